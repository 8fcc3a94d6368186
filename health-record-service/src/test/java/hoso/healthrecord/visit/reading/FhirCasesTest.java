package hoso.healthrecord.visit.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hoso.healthrecord.document.DocumentFormat;
import hoso.healthrecord.document.Documents;
import hoso.healthrecord.document.HandedOut;
import hoso.healthrecord.document.Reading;
import hoso.healthrecord.document.reading.DocumentReader;
import hoso.healthrecord.visit.Visits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a bundle says, and what the app shows of it or the hospital is told. Each case adds resources to the
/// same patient and visit; `shown` is a part of the answer, `hidden` may be nowhere in it, `refused` is the
/// first flaw.
@Tag("core")
class FhirCasesTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .findAndAddModules()
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final String BASE = """
            {"resourceType":"Bundle","type":"collection","entry":[
             {"fullUrl":"http://hospital.example/fhir/Patient/nguoi-benh","resource":{
              "resourceType":"Patient","id":"nguoi-benh","gender":"male","birthDate":"1985-06-02",
              "identifier":[{"system":"urn:vn:so-dinh-danh","value":"003085000017"}],"name":[{"text":"TRẦN VĂN THỬ"}]}},
             {"fullUrl":"http://hospital.example/fhir/Encounter/luot","resource":{
              "resourceType":"Encounter","id":"luot","status":"finished","subject":{"reference":"Patient/nguoi-benh"},
              "identifier":[{"system":"urn:vn:ma-lk","value":"DOT-1"}],
              "class":{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"AMB"},
              "period":{"start":"2026-10-20T07:40:00+07:00","end":"2026-10-20T09:15:00+07:00"},
              "serviceProvider":{"identifier":{"system":"urn:vn:cskcb","value":"01000"}}}}]}
            """;

    static Stream<String> standing() {
        return names("standing");
    }

    static Stream<String> value() {
        return names("value");
    }

    static Stream<String> person() {
        return names("person");
    }

    static Stream<String> medication() {
        return names("medication");
    }

    static Stream<String> time() {
        return names("time");
    }

    static Stream<String> structure() {
        return names("structure");
    }

    static Stream<String> items() {
        return names("items");
    }

    static Stream<String> document() {
        return names("document");
    }

    static Stream<String> hiv() {
        return names("hiv");
    }

    /// It is in no list of the visit, and not in the document that is handed out.
    @ParameterizedTest
    @MethodSource("hiv")
    void whatTellsOfHivIsKeptBackWhateverItIs(String name) {
        holds("hiv", name);

        var one = find("hiv", name);
        switch (DocumentReader.handedOut(DocumentFormat.FHIR_JSON, bundle(one))) {
            case HandedOut.Cut(var bytes) ->
                one.path("hidden")
                        .forEach(text -> assertThat(new String(bytes, StandardCharsets.UTF_8))
                                .doesNotContain(text.asText()));
            case HandedOut.Withheld() ->
                assertThat(one.path("shown").path("document").path("available").asBoolean())
                        .isFalse();
            case HandedOut.Whole whole -> throw new AssertionError(whole);
        }
    }

    @ParameterizedTest
    @MethodSource("standing")
    void whatTheDocumentSaysIsNotSoIsNoFact(String name) {
        holds("standing", name);
    }

    @ParameterizedTest
    @MethodSource("value")
    void aValueIsShownAsItIs(String name) {
        holds("value", name);
    }

    @ParameterizedTest
    @MethodSource("person")
    void whateverNamesAPatientNamesThisOne(String name) {
        holds("person", name);
    }

    @ParameterizedTest
    @MethodSource("medication")
    void aDrugHasItsName(String name) {
        holds("medication", name);
    }

    @ParameterizedTest
    @MethodSource("time")
    void aTimeIsAsExactAsItIsWritten(String name) {
        holds("time", name);
    }

    @ParameterizedTest
    @MethodSource("structure")
    void whatFhirRequiresIsRequired(String name) {
        holds("structure", name);
    }

    @ParameterizedTest
    @MethodSource("items")
    void eachResourceIsShownOrCounted(String name) {
        holds("items", name);
    }

    @ParameterizedTest
    @MethodSource("document")
    void aDocumentWithoutAVisitIsFiledForItsAuthor(String name) {
        holds("document", name);
    }

    private static void holds(String file, String name) {
        var one = find(file, name);

        var reading = DocumentReader.read(DocumentFormat.FHIR_JSON, bundle(one), Documents.NOW);

        if (one.has("refused")) {
            assertThat(reading).isInstanceOf(Reading.Refused.class);
            var flaw = ((Reading.Refused) reading).flaws().getFirst();
            assertThat(flaw.pointer())
                    .isEqualTo(one.path("refused").path("pointer").asText());
            assertThat(flaw.code().key())
                    .isEqualTo(one.path("refused").path("code").asText());
        } else {
            assertThat(reading).isInstanceOf(Reading.Read.class);
            var visit = ((Reading.Read) reading).visit();
            JsonNode told = JSON.valueToTree(VisitAnswer.of(
                    new Visits.Kept(new UUID(1, 1), DocumentFormat.FHIR_JSON, visit, 1, Instant.EPOCH, null)));
            contains(told, one.path("shown"), "");
            one.path("hidden").forEach(text -> assertThat(told.toString()).doesNotContain(text.asText()));
            if (one.has("person")) {
                assertThat(visit.header().patient().name())
                        .isEqualTo(one.path("person").asText());
            }
        }
    }

    /// Members of an object must be there, and none where null is expected; lists have the same length and order.
    private static void contains(JsonNode told, JsonNode expected, String place) {
        if (expected.isNull()) {
            assertThat(told.isMissingNode() || told.isNull()).as(place).isTrue();
        } else if (expected.isObject()) {
            expected.properties()
                    .forEach(member ->
                            contains(told.path(member.getKey()), member.getValue(), place + "." + member.getKey()));
        } else if (expected.isArray()) {
            assertThat(told.size()).as(place + " " + told).isEqualTo(expected.size());
            for (int i = 0; i < expected.size(); i++) {
                contains(told.path(i), expected.path(i), place + "[" + i + "]");
            }
        } else if (expected.isNumber()) {
            assertThat(told.decimalValue()).as(place).isEqualByComparingTo(expected.decimalValue());
        } else {
            assertThat(told.asText()).as(place).isEqualTo(expected.asText());
        }
    }

    private static byte[] bundle(JsonNode one) {
        var bundle = read(BASE.getBytes(StandardCharsets.UTF_8));
        ((ObjectNode) bundle).put("type", one.path("type").asText("collection"));
        replace((ObjectNode) bundle.path("entry").path(0).path("resource"), one.path("patient"));
        replace((ObjectNode) bundle.path("entry").path(1).path("resource"), one.path("encounter"));
        for (var resource : one.path("resources")) {
            ((com.fasterxml.jackson.databind.node.ArrayNode) bundle.path("entry"))
                    .addObject()
                    .set("resource", resource);
        }
        return bundle.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void replace(ObjectNode resource, JsonNode members) {
        members.properties().forEach(member -> {
            if (member.getValue().isNull()) {
                resource.remove(member.getKey());
            } else {
                resource.set(member.getKey(), member.getValue());
            }
        });
    }

    private static JsonNode find(String file, String name) {
        return cases(file)
                .valueStream()
                .filter(candidate -> candidate.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<String> names(String file) {
        return cases(file).valueStream().map(one -> one.path("name").asText());
    }

    private static JsonNode cases(String file) {
        try (var in = FhirCasesTest.class.getResourceAsStream("/fhir-cases/" + file + ".json")) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
