package hoso.check.summary;

import com.fasterxml.jackson.databind.JsonNode;
import hoso.check.Check;
import hoso.check.Result;
import hoso.check.access.Actors;
import hoso.e2e.Http;
import hoso.e2e.RunningSystem;
import hoso.local.command.Options;
import hoso.local.command.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Files the published examples as visits, one at a time, reads the patient summary as the citizen, and has the
/// validator of HL7 judge it by the International Patient Summary 2.0.0. A required section may be `unavailable`
/// only if the record holds nothing for it, which is asked of the record by search.
public final class SummaryCheck implements Check {
    private static final String SERVICE = "health-record-service";
    private static final String FACILITY = "01000";
    private static final int CLAIMS = 60;

    /// Whom the actors of the checks read as (`check-one`).
    private static final People.Owner OWNER = new People.Owner("003174001008", "VÕ THỊ MỸ DUYÊN", "1974-09-01");

    /// The required sections, and the types that belong into each.
    private static final Map<String, List<String>> REQUIRED = Map.of(
            "11450-4", List.of("Condition"),
            "48765-2", List.of("AllergyIntolerance"),
            "10160-0",
                    List.of(
                            "MedicationRequest",
                            "MedicationStatement",
                            "MedicationAdministration",
                            "MedicationDispense"));

    private final Map<String, Long> counts = new HashMap<>();

    @Override
    public String name() {
        return "summary";
    }

    @Override
    public String about() {
        return "the patient summaries of the published examples and of made-up claims, judged by the validator of HL7";
    }

    /// `people`: the fewest that must be summarised.
    @Override
    public Map<String, String> options() {
        return Map.of("people", "200");
    }

    @Override
    public Result run(RunningSystem system, Options options, Progress progress) throws Exception {
        var least = options.count("people", 1, 10_000);
        var root = Path.of(System.getProperty("hoso.root", "."));
        var packages = new Packages(root.resolve(".hoso/packages"));
        progress.say("the definitions are read");
        var validator = new SummaryValidator(packages);
        var people = new People(OWNER, FACILITY, Long.toString(Clock.systemUTC().millis(), 36));
        people.examples(packages.archive(Packages.EXAMPLES), "package");
        people.examples(packages.archive(Packages.SUMMARY), "example");
        people.claims(Files.readString(root.resolve(SERVICE + "/contract/examples/visit-claim.xml")), CLAIMS);
        progress.say(people.all().size() + " people");
        try (var actors = new Actors(system)) {
            for (var visit : people.all()) {
                one(system, actors, visit, validator, progress);
            }
        }
        var summarised = count("people");
        return new Result("summary")
                .with("people", summarised)
                .with("refused", count("refused"))
                .with("entries", count("entries"))
                .due0("errors", count("errors"))
                .due0("unavailable_wrong", count("unavailable_wrong"))
                .due0("missing_people", Math.max(0, least - summarised));
    }

    private void one(
            RunningSystem system, Actors actors, People.Visit visit, SummaryValidator validator, Progress progress) {
        var hospital = Map.of("Authorization", actors.authorization("facility"), "Content-Type", visit.mediaType());
        var filed = Http.post(system.url(SERVICE) + "/visits", hospital, visit.document());
        if (filed.status() != 201) {
            add("refused", 1);
            return;
        }
        var record = record(system, actors);
        var headers = Map.of("Authorization", actors.authorization("citizen"));
        var patient = system.url(SERVICE) + "/fhir/Patient/" + record;
        var summary = Http.get(patient + "/$summary", headers).expect(200);
        add("people", 1);
        for (var error : validator.errors(summary.text())) {
            add("errors", 1);
            progress.say(visit.name() + ": " + error);
        }
        for (var section : summary.json().path("entry").path(0).path("resource").path("section")) {
            add("entries", section.path("entry").size());
            if (wronglyUnavailable(section, patient, headers)) {
                add("unavailable_wrong", 1);
                progress.say(visit.name() + ": " + section.path("title").asText() + " is said to be unavailable");
            }
        }
        retract(system, actors, visit);
    }

    private static boolean wronglyUnavailable(JsonNode section, String patient, Map<String, String> headers) {
        var reason = section.path("emptyReason").path("coding").path(0).path("code");
        var types = REQUIRED.getOrDefault(
                section.path("code").path("coding").path(0).path("code").asText(), List.of());
        return reason.asText().equals("unavailable")
                && types.stream()
                        .anyMatch(type -> Http.get(patient + "/" + type + "?_count=0", headers)
                                        .expect(200)
                                        .json()
                                        .path("total")
                                        .asInt()
                                > 0);
    }

    /// The record of the citizen, taken into the app when it was not before.
    private static String record(RunningSystem system, Actors actors) {
        var citizen = Map.of("Authorization", actors.authorization("citizen"));
        var known = Http.get(system.url(SERVICE) + "/records/me", citizen)
                .expect(200)
                .json();
        if (known.has("recordId")) {
            return known.path("recordId").asText();
        }
        var headers = new HashMap<>(citizen);
        headers.put("Idempotency-Key", UUID.randomUUID().toString());
        return Http.post(system.url(SERVICE) + "/records/me/integration", headers, new byte[0])
                .expect(200)
                .json()
                .path("recordId")
                .asText();
    }

    /// So that the next summary is of the next person alone.
    private static void retract(RunningSystem system, Actors actors, People.Visit visit) {
        var hospital = Map.of("Authorization", actors.authorization("facility"));
        Http.post(system.url(SERVICE) + "/visits/retractions", hospital, (Object)
                        Map.of("episode", visit.episode(), "because", "ENTERED_IN_ERROR"))
                .expect(200);
    }

    private void add(String figure, long more) {
        counts.merge(figure, more, Long::sum);
    }

    private long count(String figure) {
        return counts.getOrDefault(figure, 0L);
    }
}
