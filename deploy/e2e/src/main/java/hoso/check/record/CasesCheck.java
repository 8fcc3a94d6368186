package hoso.check.record;

import com.fasterxml.jackson.databind.JsonNode;
import hoso.check.Check;
import hoso.check.Result;
import hoso.e2e.RunningSystem;
import hoso.local.command.Options;
import hoso.local.command.Progress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Sends what hospitals were seen to send, each with its right answer (`check/record-cases.json`), and reads it back as
/// the citizen.
public final class CasesCheck implements Check {
    private static final JsonNode NONE = Data.JSON.createObjectNode();

    @Override
    public String name() {
        return "cases";
    }

    @Override
    public String about() {
        return "visits that hospitals sent and that once went wrong: each is answered and shown as it is due";
    }

    @Override
    public Map<String, String> options() {
        return Map.of("only", "all");
    }

    @Override
    public Result run(RunningSystem system, Options options, Progress progress) {
        var sides = new Sides(system, "01000", "minh");
        sides.integrates();
        var wanted = options.text("only");
        var sent = 0;
        var wrong = 0;
        for (var one : Data.resource("record-cases.json")) {
            var name = one.path("name").asText();
            if (!wanted.equals("all") && !wanted.equals(name)) {
                continue;
            }
            sent++;
            var differences = differences(sides, one);
            if (!differences.isEmpty()) {
                wrong++;
                progress.say(name + " (" + one.path("about").asText() + "): " + String.join("; ", differences));
            }
        }
        return new Result(name()).with("sent", sent).with("right", sent - wrong).due0("wrong", wrong);
    }

    private static List<String> differences(Sides sides, JsonNode one) {
        var episode = "CHECK-" + UUID.randomUUID();
        JsonNode before = NONE;
        if (one.has("before")) {
            before = sides.sends(CaseDocument.of(one, one.path("before"), episode))
                    .expect(201)
                    .json();
        }
        var document = CaseDocument.of(one, NONE, episode);
        var reply = sides.sends(document);
        if (one.has("refused")) {
            return refused(reply.status(), reply.json(), one.path("refused"));
        }
        if (reply.status() != 201) {
            return List.of("answered " + reply.status() + " " + reply.text());
        }
        var found = new ArrayList<>(Expected.differences(reply.json(), one.path("receipt")));
        if (one.path("sameReceipt").asBoolean() && !before.equals(reply.json())) {
            found.add("the receipt is not the one of before");
        }
        if (reply.json().path("status").asText().equals("FILED")) {
            found.addAll(shown(sides, one, reply.json().path("visitId").asText(), document));
        } else if (one.has("shown")) {
            found.add("held: " + reply.text());
        }
        if (one.has("after")) {
            var corrected = sides.sends(CaseDocument.of(one, one.path("after"), episode));
            found.addAll(
                    Expected.differences(corrected.json(), one.path("after").path("receipt")));
        }
        return found;
    }

    private static List<String> refused(int status, JsonNode problem, JsonNode expected) {
        var found = new ArrayList<String>();
        if (status != expected.path("status").asInt()) {
            found.add("answered " + status);
        }
        var pointers = problem.path("errors").findValuesAsText("pointer");
        var codes = problem.path("errors").findValuesAsText("code");
        var at = pointers.indexOf(expected.path("pointer").asText());
        if (at < 0 || !codes.get(at).equals(expected.path("code").asText())) {
            found.add("told " + problem.path("errors"));
        }
        return found;
    }

    private static List<String> shown(Sides sides, JsonNode one, String visit, Sendable sent) {
        var answer = sides.reads("/visits/" + visit).expect(200);
        var found = new ArrayList<>(Expected.differences(Data.read(answer.body()), one.path("shown")));
        var handed = sides.reads("/visits/" + visit + "/document");
        one.path("hidden").forEach(text -> {
            if (answer.text().contains(text.asText())) {
                found.add("shows " + text);
            }
        });
        one.path("contains").forEach(text -> {
            if (!answer.text().contains(text.asText())) {
                found.add("does not show " + text);
            }
        });
        one.path("counted").properties().forEach(list -> {
            if (answer.json().path(list.getKey()).size() != list.getValue().asInt()) {
                found.add(list.getKey() + " has "
                        + answer.json().path(list.getKey()).size());
            }
        });
        var due = one.path("document").asText("");
        if (due.equals("none") && handed.status() != 403) {
            found.add("the document is handed out");
        }
        if (due.equals("whole") && (handed.status() != 200 || !Arrays.equals(handed.body(), sent.bytes()))) {
            found.add("the document does not come back as it was sent: " + handed.status());
        }
        if (due.equals("cut") && !cut(handed.status(), handed.header("Hoso-Document"), handed.body(), one)) {
            found.add("the document is not cut as it is due: " + handed.status());
        }
        return found;
    }

    private static boolean cut(int status, String header, byte[] body, JsonNode one) {
        var plain = ClaimText.of(new String(body, StandardCharsets.UTF_8));
        return status == 200
                && header.equals("cut")
                && one.path("hidden").valueStream().noneMatch(text -> plain.contains(text.asText()));
    }
}
