package hoso.check.record;

import com.fasterxml.jackson.databind.JsonNode;
import hoso.check.Check;
import hoso.check.Result;
import hoso.e2e.Http;
import hoso.e2e.RunningSystem;
import hoso.local.command.Options;
import hoso.local.command.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/// Sends the published examples of FHIR R4 and of the International Patient Summary, the claims of the project, and the
/// records of a folder, as a hospital; and looks for each resource in what the citizen reads.
public final class CorpusCheck implements Check {
    private final CorpusTable table = new CorpusTable();
    private int documents;
    private int wrong;

    @Override
    public String name() {
        return "corpus";
    }

    @Override
    public String about() {
        return "published examples and whole records: each resource is shown, named as kept, or refused with its reason";
    }

    /// `folder`: bundles of R4 to send as well, such as those of Synthea; `one-in`: sends one of so many files.
    @Override
    public Map<String, String> options() {
        var options = new LinkedHashMap<String, String>();
        options.put("folder", "");
        options.put("one-in", "1");
        return options;
    }

    @Override
    public Result run(RunningSystem system, Options options, Progress progress) throws Exception {
        var sides = new Sides(system, "01000", "minh");
        sides.integrates();
        var files = new ArrayList<>(new Pack(options.root().resolve(".hoso/corpus"), progress).files());
        if (!options.text("folder").isEmpty()) {
            files.addAll(Pack.json(Path.of(options.text("folder"))));
        }
        var oneIn = options.count("one-in", 1, 10_000);
        for (int i = 0; i < files.size(); i += oneIn) {
            file(sides, files.get(i), progress);
            progress.count("files", i, files.size());
        }
        for (var claim : Data.resource("record-claims.json")) {
            claim(sides, claim, progress);
        }
        table.print(progress);
        return new Result(name())
                .with("documents", documents)
                .with("sent", table.all("sent"))
                .with("refused", table.refused())
                .with("shown", table.all("shown"))
                .with("kept", table.all("kept"))
                .with("by_law", table.all("by law"))
                .due0("lost", table.all("lost"))
                .due0("wrong", wrong);
    }

    private void file(Sides sides, Path file, Progress progress) throws IOException {
        JsonNode example;
        try {
            example = Data.read(Files.readAllBytes(file));
        } catch (java.io.UncheckedIOException e) {
            progress.say(file.getFileName() + " is no JSON: " + e.getMessage());
            return;
        }
        var name = file.getFileName().toString();
        var fitted = Fitted.of(name, example, "CORPUS-" + UUID.randomUUID());
        if (fitted.isPresent()) {
            send(sides, fitted.get(), progress);
        }
    }

    private void send(Sides sides, Fitted fitted, Progress progress) {
        documents++;
        var bytes = Data.bytes(fitted.document());
        var reply = sides.sends(new Sendable("application/fhir+json", bytes));
        var resources = fitted.resources();
        if (reply.status() != 201) {
            var code = reason(reply);
            resources.forEach(one -> {
                count(one, "sent");
                count(one, "refused " + code);
            });
            if (reply.status() != 422 && reply.status() != 400) {
                wrong(fitted.source(), "answered " + reply.status() + " " + reply.text(), progress);
            }
            return;
        }
        var receipts = reply.json().has("visits")
                ? reply.json().path("visits")
                : Data.JSON.createArrayNode().add(reply.json());
        var visits = new ArrayList<JsonNode>();
        for (var receipt : receipts) {
            var id = receipt.path("visitId").asText();
            var read = sides.reads("/visits/" + id);
            if (read.status() != 200) {
                wrong(fitted.source(), receipt.path("status").asText() + " and read " + read.status(), progress);
                return;
            }
            visits.add(Data.read(read.body()));
            documentOf(sides, id, visits.getLast(), receipts.size() == 1 ? bytes : null, fitted, progress);
        }
        var shown = new Shown(visits, resources);
        for (var resource : resources) {
            count(resource, "sent");
            switch (shown.of(resource)) {
                case SHOWN -> count(resource, "shown");
                case KEPT -> count(resource, "kept");
                case BY_LAW -> count(resource, "by law");
                case LOST -> {
                    count(resource, "lost");
                    progress.say("lost: " + fitted.source() + " " + name(resource));
                }
            }
            shown.wrong(resource).forEach(what -> wrong(fitted.source() + " " + name(resource), what, progress));
        }
    }

    /// The document comes back byte for byte; of several visits each has the bytes of its entries.
    private void documentOf(
            Sides sides,
            String id,
            JsonNode visit,
            byte @org.jspecify.annotations.Nullable [] sent,
            Fitted fitted,
            Progress progress) {
        if (!visit.path("document").path("available").asBoolean()
                || visit.path("document").path("cut").asBoolean()) {
            return;
        }
        var handed = sides.reads("/visits/" + id + "/document");
        var same = handed.status() == 200
                && (sent == null ? entriesOf(handed.body(), fitted) : Arrays.equals(handed.body(), sent));
        if (!same) {
            wrong(fitted.source(), "the document of " + id + " is not what was sent: " + handed.status(), progress);
        }
    }

    private static boolean entriesOf(byte[] part, Fitted whole) {
        var all = new String(Data.bytes(whole.document()), StandardCharsets.UTF_8);
        var entries = Data.read(part).path("entry");
        var first =
                entries.path(0).path("resource").path("resourceType").asText().equals("Composition") ? 1 : 0;
        for (int i = first; i < entries.size(); i++) {
            if (!all.contains(entries.get(i).toString())) {
                return false;
            }
        }
        return true;
    }

    private void claim(Sides sides, JsonNode claim, Progress progress) {
        documents++;
        var name = claim.path("name").asText();
        var sent = CaseDocument.of(claim, Data.JSON.createObjectNode(), "CORPUS-" + UUID.randomUUID());
        var reply = sides.sends(sent).expect(201);
        var id = reply.json().path("visitId").asText();
        var visit = sides.reads("/visits/" + id).expect(200);
        var handed = sides.reads("/visits/" + id + "/document");
        if (!visit.json().path("document").path("cut").asBoolean()
                && (handed.status() != 200 || !Arrays.equals(handed.body(), sent.bytes()))) {
            wrong(name, "the document is not what was sent: " + handed.status(), progress);
        }
        var also = visit.json().path("alsoInDocument").findValuesAsText("type");
        for (var tag : ClaimTags.of(claim)) {
            table.count(tag.table(), "sent");
            var shown = ClaimTags.forms(tag.text()).stream().allMatch(visit.text()::contains);
            var kept = also.contains(tag.table()) || also.contains(tag.table() + "/" + tag.name());
            table.count(tag.table(), shown ? "shown" : kept ? "kept" : tag.isFrame() ? "shown" : "lost");
            if (!shown && !kept && !tag.isFrame()) {
                progress.say("lost: " + name + " " + tag.table() + "/" + tag.name());
            }
        }
    }

    private void count(JsonNode resource, String what) {
        table.count(resource.path("resourceType").asText("none"), what);
    }

    private void wrong(String where, String what, Progress progress) {
        wrong++;
        progress.say("wrong: " + where + ": " + what);
    }

    private static String name(JsonNode resource) {
        return resource.path("resourceType").asText() + "/"
                + resource.path("id").asText();
    }

    private static String reason(Http.Reply reply) {
        var code = reply.json().path("errors").path(0).path("code").asText("");
        return code.isEmpty() ? Integer.toString(reply.status()) : code;
    }
}
