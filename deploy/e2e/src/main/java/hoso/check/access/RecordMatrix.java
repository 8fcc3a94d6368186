package hoso.check.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hoso.check.access.RecordCase.Denied;
import hoso.check.access.RecordCase.Filed;
import hoso.check.access.RecordCase.State;
import hoso.e2e.Http;
import hoso.e2e.RunningSystem;
import hoso.local.command.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/// Readings of one record by others: consent x denial x sensitivity x caller x purpose x what is read. Each is due by
/// [RecordCase#due], and each that was let to the gate is in the citizen's journal once: with content where content
/// was given, without where not.
final class RecordMatrix {
    private static final String FACILITY = "79001";
    private static final String NUMBER = "003174001008";
    private static final String CITIZEN = Cast.ONE + " with passcode";
    private static final String DOCTOR = "check-doctor with passcode";
    private static final List<String> CALLERS = List.of(
            DOCTOR, "check-doctor-two with passcode", Cast.OTHER + " with passcode", "check-officer with passcode");
    private static final String OFFICER = "check-officer with passcode";

    private final RunningSystem system;
    private final Progress progress;
    private final Map<String, Actor> actors = new HashMap<>();
    private final Map<Filed, String> visits = new EnumMap<>(Filed.class);
    private final ObjectMapper json = new ObjectMapper();
    private long cells;
    private long leaks;
    private long denials;
    private long shown;
    private long entries;

    /// What came of it.
    ///
    /// @param wrongEntries readings without their one entry, and entries without their reading
    record Told(long cells, long leaks, long denials, long wrongEntries) {}

    RecordMatrix(RunningSystem system, List<Actor> actors, Progress progress) {
        this.system = system;
        this.progress = progress;
        actors.forEach(actor -> this.actors.put(actor.name(), actor));
    }

    Told run(int oneIn) throws IOException {
        for (var filed : Filed.values()) {
            visits.put(filed, file(filed));
        }
        clearDenials();
        var before = journal();
        var cases = RecordCase.all();
        for (var i = 0; i < cases.size(); i += oneIn) {
            ask(cases.get(i));
            progress.count("states of a record", i + 1, cases.size());
        }
        var after = journal();
        var newShown = after.stream().filter(RecordMatrix::isShown).count()
                - before.stream().filter(RecordMatrix::isShown).count();
        var wrong = Math.abs(newShown - shown) + Math.abs(after.size() - before.size() - entries);
        return new Told(cells, leaks, denials, wrong);
    }

    private static boolean isShown(JsonNode entry) {
        return entry.path("outcome").asText().equals("SHOWN");
    }

    private void ask(RecordCase state) {
        var consent = consent(state);
        var denial = deny(state.denied());
        for (var who : CALLERS) {
            for (var purpose : List.of("TREATMENT", "INSURANCE")) {
                read(state, consent, who, purpose, "/summary", Optional.empty(), false);
                read(state, consent, who, purpose, "/visits", Optional.empty(), false);
                for (var filed : Filed.values()) {
                    var path = "/visits/" + visits.get(filed);
                    read(state, consent, who, purpose, path, Optional.of(filed), false);
                    read(state, consent, who, purpose, path + "/document", Optional.of(filed), true);
                }
            }
        }
        denial.ifPresent(
                id -> send("DELETE", "/records/me/denials/" + id, CITIZEN, "").expect(204));
        if (state.state() == State.ASKED) {
            post("/records/me/consents/" + consent + "/refusal", CITIZEN, Map.of());
        } else if (state.state() == State.GRANTED) {
            post("/records/me/consents/" + consent + "/revocation", CITIZEN, Map.of());
        }
    }

    private void read(
            RecordCase state,
            String consent,
            String who,
            String purpose,
            String path,
            Optional<Filed> filed,
            boolean isDocument) {
        var reply = send("GET", "/record-access/grants/" + consent + path + "?purpose=" + purpose, who, "");
        var due = who.equals(OFFICER) ? 403 : state.due(who.equals(DOCTOR), purpose, isDocument, filed);
        cells++;
        if (!who.equals(OFFICER) && (state.state() == State.GRANTED || state.state() == State.REVOKED)) {
            entries++;
        }
        if (reply.status() == 200) {
            shown++;
        }
        if (reply.status() != due || (path.equals("/visits") && reply.status() == 200 && !isWhatIsSeen(state, reply))) {
            if (reply.status() == 200 || due != 200) {
                leaks++;
            } else {
                denials++;
            }
            progress.say(
                    "due " + due + ", was " + reply.status() + ": " + state + " " + who + " " + purpose + " " + path);
        }
    }

    /// The timeline holds what is in sight, and no more.
    private boolean isWhatIsSeen(RecordCase state, Http.Reply reply) {
        var told = new TreeSet<String>();
        reply.json().path("items").forEach(item -> told.add(item.path("visitId").asText()));
        told.retainAll(visits.values());
        var seen = new TreeSet<String>();
        visits.forEach((filed, id) -> {
            if (state.sees(filed)) {
                seen.add(id);
            }
        });
        return told.equals(seen);
    }

    private String consent(RecordCase state) {
        var until = Instant.now().plus(Duration.ofHours(2)).toString();
        var terms = Map.of(
                "purpose",
                "TREATMENT",
                "kinds",
                state.kinds().names(),
                "sensitive",
                state.named(),
                "validUntil",
                until,
                "eraseAt",
                until);
        var consent = post("/record-access/consents", DOCTOR, Map.of("personalNumber", NUMBER, "terms", terms))
                .path("consentId")
                .asText();
        var own = "/records/me/consents/" + consent;
        switch (state.state()) {
            case ASKED -> {
                // It waits.
            }
            case REFUSED -> post(own + "/refusal", CITIZEN, Map.of());
            case GRANTED -> post(own + "/grant", CITIZEN, Map.of());
            case REVOKED -> {
                post(own + "/grant", CITIZEN, Map.of());
                post(own + "/revocation", CITIZEN, Map.of());
            }
        }
        return consent;
    }

    private Optional<String> deny(Denied denied) {
        var body = switch (denied) {
            case NOTHING -> Map.of("", "");
            case A_KIND -> Map.of("target", "KIND", "value", "RESULT");
            case THE_PLAIN_VISIT -> Map.of("target", "VISIT", "value", Objects.requireNonNull(visits.get(Filed.PLAIN)));
            case WHAT_THE_FACILITY_FILED -> Map.of("target", "FILED_BY", "value", FACILITY);
            case THE_READER -> Map.of("target", "READ_BY", "value", FACILITY);
        };
        return denied == Denied.NOTHING
                ? Optional.empty()
                : Optional.of(post("/records/me/denials", CITIZEN, body)
                        .path("denialId")
                        .asText());
    }

    private void clearDenials() {
        var denials =
                send("GET", "/records/me/denials", CITIZEN, "").expect(200).json();
        denials.path("items")
                .forEach(one -> send(
                        "DELETE", "/records/me/denials/" + one.path("denialId").asText(), CITIZEN, ""));
    }

    private List<JsonNode> journal() throws IOException {
        var lines = send("GET", "/records/me/journal/export", CITIZEN, "")
                .expect(200)
                .text();
        var all = new ArrayList<JsonNode>();
        for (var line : lines.lines().toList()) {
            all.add(json.readTree(line));
        }
        return all;
    }

    private String file(Filed filed) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(RecordMatrix.class.getResourceAsStream("/check/record-visit.json"))) {
            var bundle = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("${EPISODE}", "CHECK-" + UUID.randomUUID())
                    .replace("${CODE}", filed.code)
                    .replace("${TEXT}", filed.text);
            return Http.post(
                            system.url("health-record-service") + "/visits",
                            Map.of(
                                    "Authorization",
                                    "Bearer " + system.machineToken("hospital-" + FACILITY),
                                    "Content-Type",
                                    "application/fhir+json"),
                            bundle.getBytes(StandardCharsets.UTF_8))
                    .expect(201)
                    .json()
                    .path("visitId")
                    .asText();
        }
    }

    private JsonNode post(String path, String who, Object body) {
        return send("POST", path, who, new String(Http.bytes(body), StandardCharsets.UTF_8))
                .expect(200)
                .json();
    }

    private Http.Reply send(String verb, String path, String who, String body) {
        var headers = new HashMap<>(Objects.requireNonNull(actors.get(who)).headers());
        if (!body.isEmpty()) {
            headers.put("Content-Type", "application/json");
        }
        return Http.send(
                verb, system.url("health-record-service") + path, headers, body.getBytes(StandardCharsets.UTF_8));
    }
}
