package hoso.healthrecord.document;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.healthrecord.document.Flaw.Code;
import hoso.healthrecord.document.reading.DocumentReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What becomes of a bundle with several encounters.
@Tag("core")
class FhirHistoryTest {
    private static final String PATIENT = """
            {"resource":{"resourceType":"Patient","id":"p","gender":"male","birthDate":"1985-06-02",
             "identifier":[{"system":"urn:vn:so-dinh-danh","value":"003085000017"}],"name":[{"text":"TRẦN VĂN THỬ"}]}}""";
    private static final String DOCTOR =
            "{\"resource\":{\"resourceType\":\"Practitioner\",\"id\":\"bs\",\"name\":[{\"text\":\"BS MẪU\"}]}}";

    @Test
    void eachEncounterIsAVisitWithWhatNamesIt() {
        var parts = filed(
                        PATIENT,
                        encounter("e1", "DOT-1", "2026-01-05"),
                        encounter("e2", "DOT-2", "2026-02-05"),
                        result("o1", "Glucose", "\"encounter\":{\"reference\":\"Encounter/e2\"}"),
                        result("o2", "WBC", "\"encounter\":{\"reference\":\"Encounter/e1/_history/3\"}"),
                        result(
                                "o3",
                                "HGB",
                                "\"encounter\":{\"reference\":\"Encounter?identifier=urn:vn:ma-lk|DOT-1\"}"))
                .parts();

        assertThat(parts)
                .extracting(part -> part.read().visit().header().episode())
                .containsExactly("DOT-1", "DOT-2");
        assertThat(names(parts.getFirst())).containsExactly("WBC", "HGB");
        assertThat(names(parts.getLast())).containsExactly("Glucose");
    }

    @Test
    void theEntriesStayByteForByteAndPeopleAreInEachVisitThatNamesThem() {
        var spaced = result(
                "o1",
                "Glu  cose",
                "\"encounter\" : {\"reference\":\"Encounter/e1\"} ,"
                        + "\"performer\":[{\"reference\":\"Practitioner/bs\"}]");

        var parts = filed(
                        PATIENT,
                        DOCTOR,
                        encounter("e1", "DOT-1", "2026-01-05"),
                        encounter("e2", "DOT-2", "2026-02-05"),
                        spaced)
                .parts();

        var first = new String(parts.getFirst().document(), StandardCharsets.UTF_8);
        assertThat(first).contains(PATIENT, DOCTOR, spaced);
        assertThat(new String(parts.getLast().document(), StandardCharsets.UTF_8))
                .contains(PATIENT)
                .doesNotContain("BS MẪU");
    }

    @Test
    void aResourceWithoutEncounterGoesByReferenceThenByDateThenIntoADocumentOfTheFacility() {
        var visits = filed(
                PATIENT,
                encounter("e1", "DOT-1", "2026-01-05"),
                encounter("e2", "DOT-2", "2026-02-05"),
                "{\"resource\":{\"resourceType\":\"DiagnosticReport\",\"id\":\"r\",\"status\":\"final\",\"code\":{\"text\":\"CBC\"},"
                        + "\"subject\":{\"reference\":\"Patient/p\"},\"encounter\":{\"reference\":\"Encounter/e1\"},"
                        + "\"result\":[{\"reference\":\"Observation/o1\"}]}}",
                result("o1", "WBC", "\"effectiveDateTime\":\"2026-02-05T08:00:00+07:00\""),
                result("o2", "Glucose", "\"effectiveDateTime\":\"2026-02-05\""),
                result("o3", "HbA1c", "\"effectiveDateTime\":\"2020\""));

        assertThat(visits.placed()).isEqualTo(new History.Placed(3, 1, 1, 1, 1));
        assertThat(visits.parts()).hasSize(3);
        assertThat(names(visits.parts().get(0))).containsExactly("WBC");
        assertThat(names(visits.parts().get(1))).containsExactly("Glucose");
        assertThat(names(visits.parts().get(2))).containsExactly("HbA1c");
        var rest = visits.parts().get(2).read().visit().header();
        assertThat(rest.facility()).isEqualTo("01000");
        assertThat(rest.episode()).isEqualTo("history/DOT-1");
    }

    @Test
    void aWardBelongsToTheStayItIsAPartOf() {
        var ward = encounter("w", "DOT-1", "2026-01-06")
                .replaceFirst("\"identifier\":\\[[^]]*],", "\"partOf\":{\"reference\":\"Encounter/e1\"},");
        var result = result("o1", "WBC", "\"encounter\":{\"reference\":\"Encounter/w\"}");

        assertThat(history(PATIENT, encounter("e1", "DOT-1", "2026-01-05"), ward, result))
                .isEmpty();
        var alone = DocumentReader.read(
                DocumentFormat.FHIR_JSON,
                bundle(PATIENT, encounter("e1", "DOT-1", "2026-01-05"), ward, result),
                Documents.NOW);
        assertThat(((Reading.Read) alone).visit().findings().tests()).hasSize(1);
        var parts = filed(
                        PATIENT,
                        encounter("e1", "DOT-1", "2026-01-05"),
                        encounter("e2", "DOT-2", "2026-02-05"),
                        ward,
                        result)
                .parts();
        assertThat(names(parts.getFirst())).containsExactly("WBC");
    }

    @Test
    void oneFlawRefusesAllWithThePlaceInTheDocumentThatWasSent() {
        var unknown = result("o1", "WBC", "\"encounter\":{\"reference\":\"Encounter/e2\"}")
                .replace("\"status\":\"final\"", "\"status\":\"banana\"");

        assertThat(flaws(
                        PATIENT,
                        encounter("e1", "DOT-1", "2026-01-05"),
                        encounter("e2", "DOT-2", "2026-02-05"),
                        result("o0", "HGB", "\"encounter\":{\"reference\":\"Encounter/e1\"}"),
                        unknown))
                .containsExactly(new Flaw("Bundle.entry[4].resource.status", Code.UNKNOWN_CODE));
        assertThat(flaws(
                        PATIENT,
                        encounter("e1", "DOT-1", "2026-01-05"),
                        encounter("e2", "DOT-2", "2026-02-05"),
                        result("o0", "HGB", "\"encounter\":{\"reference\":\"Encounter/khac\"}")))
                .contains(new Flaw("Bundle.entry[3].resource.encounter.reference", Code.OTHER_VISIT));
        assertThat(flaws(PATIENT, encounter("e1", "DOT-1", "2026-01-05"), encounter("e2", "DOT-1", "2026-02-05")))
                .containsExactly(new Flaw("Bundle.entry[2].resource.identifier", Code.EPISODE_TWICE));
        assertThat(flaws(
                        PATIENT,
                        encounter("e1", "DOT-1", "2026-01-05"),
                        encounter("e2", "DOT-2", "2026-02-05"),
                        PATIENT.replace("\"id\":\"p\"", "\"id\":\"q\"")))
                .extracting(Flaw::code)
                .contains(Code.SEVERAL_PATIENTS);
        assertThat(flaws(
                        PATIENT,
                        encounter("e1", "DOT-1", "2026-01-05"),
                        encounter("e2", "DOT-2", "2026-02-05"),
                        result("o0", "HGB", "\"effectiveDateTime\":\"2020\"").replace("Patient/p", "Patient/khac")))
                .extracting(Flaw::code)
                .contains(Code.OTHER_PATIENT);
    }

    @Test
    void aLongHistoryIsTakenAndTheLimitTold() {
        var results = IntStream.range(0, 4_000)
                .mapToObj(
                        i -> result("o" + i, "WBC", "\"encounter\":{\"reference\":\"Encounter/e" + (1 + i % 2) + "\"}"))
                .toList();
        var first = List.of(PATIENT, encounter("e1", "DOT-1", "2026-01-05"), encounter("e2", "DOT-2", "2026-02-05"));

        assertThat(filed(java.util.stream.Stream.concat(first.stream(), results.stream())
                                .toArray(String[]::new))
                        .parts()
                        .getFirst()
                        .read()
                        .visit()
                        .findings()
                        .tests())
                .hasSize(2_000);
        var tooMany = java.util.stream.Stream.concat(
                        first.stream(), java.util.Collections.nCopies(29_998, "{}").stream())
                .toArray(String[]::new);
        assertThat(flaws(tooMany)).containsExactly(new Flaw("Bundle.entry", Code.TOO_MANY_ELEMENTS));
    }

    private static List<String> names(History.Part part) {
        return part.read().visit().findings().tests().stream()
                .map(test -> String.valueOf(test.name()))
                .toList();
    }

    private static String encounter(String id, String episode, String day) {
        return "{\"resource\":{\"resourceType\":\"Encounter\",\"id\":\"" + id
                + "\",\"status\":\"finished\",\"class\":{\"code\":\"AMB\"},"
                + "\"identifier\":[{\"system\":\"urn:vn:ma-lk\",\"value\":\"" + episode + "\"}],"
                + "\"subject\":{\"reference\":\"Patient/p\"},\"period\":{\"start\":\"" + day + "T07:00:00+07:00\"},"
                + "\"serviceProvider\":{\"identifier\":{\"system\":\"urn:vn:cskcb\",\"value\":\"01000\"}}}}";
    }

    private static String result(String id, String name, String more) {
        return "{\"resource\":{\"resourceType\":\"Observation\",\"id\":\"" + id
                + "\",\"status\":\"final\",\"code\":{\"text\":\"" + name
                + "\"},\"subject\":{\"reference\":\"Patient/p\"},\"valueInteger\":7," + more + "}}";
    }

    private static byte[] bundle(String... entries) {
        return Arrays.stream(entries)
                .collect(Collectors.joining(
                        ",\n ", "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[", "]}"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<History> history(String... entries) {
        return DocumentReader.history(DocumentFormat.FHIR_JSON, bundle(entries), "01000", Documents.NOW);
    }

    private static History.Visits filed(String... entries) {
        var history = history(entries).orElseThrow();
        assertThat(history).isInstanceOf(History.Visits.class);
        return (History.Visits) history;
    }

    private static List<Flaw> flaws(String... entries) {
        return ((History.Refused) history(entries).orElseThrow()).reading().flaws();
    }
}
