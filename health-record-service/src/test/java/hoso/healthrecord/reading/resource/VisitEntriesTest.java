package hoso.healthrecord.reading.resource;

import static hoso.healthrecord.reading.resource.FiledVisits.RECORD;
import static hoso.healthrecord.reading.resource.FiledVisits.VISIT;
import static hoso.healthrecord.reading.resource.FiledVisits.bundle;
import static hoso.healthrecord.reading.resource.FiledVisits.claim;
import static hoso.healthrecord.reading.resource.FiledVisits.entries;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import hoso.healthrecord.document.DocumentFormat;
import hoso.healthrecord.document.Documents;
import hoso.healthrecord.document.Further.Standing;
import hoso.healthrecord.visit.RetractedBecause;
import hoso.healthrecord.visit.Retraction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("core")
class VisitEntriesTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void aClaimBecomesTheResourcesOfItsGoldenFile() {
        assertThat(printed(entries(claim(Documents.claimExample())))).isEqualTo(golden("claim.json"));
    }

    @Test
    void aBundleBecomesTheResourcesOfItsGoldenFile() {
        assertThat(printed(entries(bundle(Documents.bundleExample())))).isEqualTo(golden("bundle.json"));
    }

    @Test
    void idsStayTheSameOverReadsAndAreUnique() {
        var once = entries(claim(Documents.claimExample()));
        var again = entries(claim(Documents.claimExample()));

        assertThat(once.stream().map(RecordEntry::reference))
                .containsExactlyElementsOf(
                        again.stream().map(RecordEntry::reference).toList())
                .doesNotHaveDuplicates();
    }

    @Test
    void everyResourceNamesTheRowOrEntryOfTheVersionItCameFrom() {
        var all = Stream.concat(
                        entries(claim(Documents.claimExample())).stream(),
                        entries(bundle(Documents.bundleExample())).stream())
                .toList();

        assertThat(all)
                .allSatisfy(entry -> assertThat(
                                entry.resource().path("meta").path("source").asText())
                        .isEqualTo("/visits/" + VISIT + "/versions/1#" + entry.place())
                        .matches(".*#(XML[0-9]{1,2}/[0-9]+|Bundle\\.entry/[0-9]+)"));
    }

    @Test
    void everyReferenceLeadsToAResourceOfTheRecord() {
        for (var all : List.of(entries(claim(Documents.claimExample())), entries(bundle(Documents.bundleExample())))) {
            var known = new HashSet<>(all.stream().map(RecordEntry::reference).toList());

            assertThat(all.stream().flatMap(entry -> references(entry.resource())))
                    .isNotEmpty()
                    .allSatisfy(reference -> assertThat(known).contains(reference));
        }
    }

    @Test
    void whatADocumentRefersToWithoutHoldingItIsNamedAndNotReferredTo() {
        var observation = entries(bundle(FiledVisits.bundleWith("""
            {"resourceType":"Observation","status":"final","code":{"text":"Cân nặng"},
             "subject":{"identifier":{"system":"urn:vn:so-dinh-danh","value":"003185000017"}},
             "performer":[{"reference":"Practitioner/ngoai"},{"reference":"http://noi.example/Practitioner/1"}]}
            """))).getLast().resource();

        assertThat(observation.path("subject").path("reference").asText()).isEqualTo("Patient/" + RECORD);
        assertThat(observation.path("performer").path(0)).isEqualTo(json("{\"display\":\"Practitioner/ngoai\"}"));
        assertThat(observation.path("performer").path(1)).isEqualTo(json("""
            {"display":"http://noi.example/Practitioner/1",
             "identifier":{"system":"urn:ietf:rfc:3986","value":"http://noi.example/Practitioner/1"}}
            """));
    }

    @Test
    void aRowThatTheLawKeepsBackIsNoResourceAndTheOthersKeepTheirIds() {
        var whole = entries(claim(Documents.claim().bytes()));
        var cut = entries(claim(Documents.claim()
                .tag("XML5", "DIEN_BIEN_LS", "Test nhanh HIV âm tính. CSST&lt;M75&gt;")
                .bytes()));

        assertThat(printed(cut)).doesNotContain("HIV");
        assertThat(ids(whole)).containsAll(ids(cut)).hasSizeGreaterThan(cut.size());
    }

    @Test
    void ofHivCareOnlyWhereAndWhenIsTold() {
        var care = entries(claim(Documents.claim()
                .tag("XML1", "MA_BENH_CHINH", "B20")
                .tag("XML1", "CHAN_DOAN_RV", "Bệnh HIV")
                .bytes()));

        assertThat(care).extracting(RecordEntry::type).containsExactly("Patient", "Encounter");
        assertThat(printed(care)).doesNotContain("B20", "HIV", "reasonCode", "diagnosis");
    }

    @Test
    void whatTheDocumentSaysIsNotSoKeepsItsStatusAndIsNoFact() {
        var wrong = entries(bundle(FiledVisits.bundleWith("""
            {"resourceType":"Observation","status":"entered-in-error","code":{"text":"Đường máu"},
             "subject":{"reference":"urn:uuid:0198a5c0-0000-7000-8000-000000000001"}}
            """))).getLast();

        assertThat(wrong.isFact()).isFalse();
        assertThat(wrong.standing()).isEqualTo(Standing.ENTERED_IN_ERROR);
        assertThat(wrong.resource().path("status").asText()).isEqualTo("entered-in-error");
    }

    @Test
    void aVisitThatItsFacilityTookBackIsAnEncounterEnteredInError() {
        var retraction = new Retraction(FiledVisits.RECEIVED, RetractedBecause.DUPLICATE);
        var all = entries(FiledVisits.filed(DocumentFormat.CLAIM_XML, Documents.claimExample(), retraction));

        assertThat(all).extracting(RecordEntry::type).containsExactly("Patient", "Encounter");
        assertThat(all.getLast().standing()).isEqualTo(Standing.ENTERED_IN_ERROR);
        assertThat(all.getLast().resource().path("status").asText()).isEqualTo("entered-in-error");
    }

    @Test
    void aNumberKeepsItsDigitsAndItsUnit() {
        assertThat(String.valueOf(Units.quantity("<0,5", "mmol/l")))
                .isEqualTo("{\"value\":0.5,\"comparator\":\"<\",\"unit\":\"mmol/l\","
                        + "\"system\":\"http://unitsofmeasure.org\",\"code\":\"mmol/L\"}");
        assertThat(String.valueOf(Units.quantity("5.10", "giọt"))).isEqualTo("{\"value\":5.10,\"unit\":\"giọt\"}");
        assertThat(Units.quantity("150,000", "K/uL")).isNull();
        assertThat(Units.quantity("Dương tính", null)).isNull();
    }

    private static List<String> ids(List<RecordEntry> entries) {
        return entries.stream().map(RecordEntry::reference).toList();
    }

    private static Stream<String> references(JsonNode node) {
        var own = node.path("reference").isTextual()
                ? Stream.of(node.path("reference").asText())
                : Stream.<String>empty();
        return Stream.concat(own, node.valueStream().flatMap(VisitEntriesTest::references));
    }

    private static String printed(List<RecordEntry> entries) {
        var all = JSON.createArrayNode();
        entries.forEach(entry -> all.add(entry.resource()));
        return pretty(all);
    }

    private static String pretty(ArrayNode all) {
        return all.toPrettyString().replace("\r\n", "\n") + "\n";
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String golden(String name) {
        try (var in = VisitEntriesTest.class.getResourceAsStream("/resources/" + name)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
