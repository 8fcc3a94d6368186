package hoso.healthrecord.reading.summary;

import static hoso.healthrecord.reading.resource.FiledVisits.RECORD;
import static hoso.healthrecord.reading.resource.FiledVisits.bundle;
import static hoso.healthrecord.reading.resource.FiledVisits.bundleWith;
import static hoso.healthrecord.reading.resource.FiledVisits.claim;
import static hoso.healthrecord.reading.resource.FiledVisits.entries;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hoso.chassis.problem.Language;
import hoso.healthrecord.document.Documents;
import hoso.healthrecord.reading.resource.FhirJudge;
import hoso.healthrecord.reading.resource.RecordEntry;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("core")
class PatientSummaryTest {
    private static final String BASE = "http://localhost:8080/api/health-record/fhir";
    private static final List<RecordEntry> CLAIM = entries(claim(Documents.claimExample()));

    static Stream<List<RecordEntry>> records() {
        return Stream.of(
                List.of(),
                CLAIM,
                entries(claim(
                        Documents.claim().tag("XML1", "MA_BENH_CHINH", "B20").bytes())),
                entries(bundle(Documents.bundleExample())));
    }

    /// By the definitions of R4; `./hoso check summary` judges by those of IPS, which no Maven repository has.
    @ParameterizedTest
    @MethodSource("records")
    void theReferenceImplementationFindsNoErrorInASummary(List<RecordEntry> record) {
        var summary = summary(record, Language.VIETNAMESE)
                .toString()
                .replaceAll("\"meta\":\\{\"profile\":\\[\"http://hl7.org/fhir/uv/ips[^}]*},", "");

        FhirJudge.parse(summary);
        assertThat(FhirJudge.errors(summary)).isEmpty();
    }

    @Test
    void aSectionHoldsAllFactsOfItsKind() {
        var summary = summary(CLAIM, Language.VIETNAMESE);

        assertThat(section(summary, "11450-4").path("entry")).hasSize(2);
        assertThat(section(summary, "10160-0").path("entry")).hasSize(1);
        assertThat(section(summary, "8716-3").path("entry")).hasSize(5);
        assertThat(section(summary, "11450-4").path("text").path("div").asText())
                .contains("Viêm họng cấp", "J02.9", "Nội dung", "01000");
    }

    @Test
    void aRequiredSectionIsUnavailableOnlyIfNothingWasFiledForIt() {
        var nothing = summary(CLAIM, Language.VIETNAMESE);
        var withdrawn = summary(
                entries(bundle(bundleWith("""
                    {"resourceType":"AllergyIntolerance","code":{"text":"Penicillin"},
                     "patient":{"reference":"urn:uuid:0198a5c0-0000-7000-8000-000000000001"},
                     "verificationStatus":{"coding":[{"code":"entered-in-error",
                      "system":"http://terminology.hl7.org/CodeSystem/allergyintolerance-verification"}]}}
                    """))).stream()
                        .filter(entry -> !entry.type().equals("AllergyIntolerance") || !entry.isFact())
                        .toList(),
                Language.VIETNAMESE);

        assertThat(reason(nothing, "48765-2")).isEqualTo("unavailable");
        assertThat(section(nothing, "48765-2").path("text").path("div").asText())
                .contains("Chưa có dữ liệu");
        assertThat(reason(withdrawn, "48765-2")).isEmpty();
        assertThat(section(withdrawn, "48765-2").has("emptyReason")).isTrue();
        assertThat(withdrawn.toString()).doesNotContain("Penicillin");
        assertThat(section(nothing, "10160-0").has("emptyReason")).isFalse();
    }

    @Test
    void wherePastProblemsOnlyWereFiledTheProblemsAreNotSaidToBeUnavailable() {
        var past = entries(bundle(bundleWith("""
            {"resourceType":"Condition","code":{"text":"Viêm phổi"},
             "subject":{"reference":"urn:uuid:0198a5c0-0000-7000-8000-000000000001"},
             "clinicalStatus":{"coding":[{"code":"resolved",
              "system":"http://terminology.hl7.org/CodeSystem/condition-clinical"}]}}
            """))).stream()
                .filter(entry -> !entry.type().equals("Condition")
                        || entry.resource().toString().contains("resolved"))
                .toList();

        var summary = summary(past, Language.VIETNAMESE);

        assertThat(reason(summary, "11450-4")).isEmpty();
        assertThat(section(summary, "11450-4").has("emptyReason")).isTrue();
        assertThat(section(summary, "11348-0").path("entry")).hasSize(1);
    }

    @Test
    void aSectionThatTheCitizenDoesNotShareSaysSoIfItIsRequiredAndIsLeftOutOtherwise() {
        var summary = new PatientSummary(RECORD, CLAIM, Locale.ENGLISH, Documents.NOW, BASE)
                .bundle(EnumSet.of(SummarySection.ALLERGIES));

        assertThat(reason(summary, "11450-4")).isEqualTo("withheld");
        assertThat(reason(summary, "48765-2")).isEqualTo("unavailable");
        assertThat(section(summary, "8716-3").isMissingNode()).isTrue();
        assertThat(summary.toString()).doesNotContain("J02.9", "I10");
    }

    @Test
    void everythingTheSummaryRefersToIsInIt() {
        for (var record : List.of(CLAIM, entries(bundle(Documents.bundleExample())))) {
            var summary = summary(record, Language.VIETNAMESE);
            Set<String> held = new HashSet<>();
            summary.path("entry")
                    .forEach(entry -> held.add(entry.path("fullUrl").asText().substring(BASE.length() + 1)));

            assertThat(references(summary)).isNotEmpty().isSubsetOf(held);
        }
    }

    @Test
    void theTextIsInTheLanguageOfTheReaderAndTheContentInItsOwn() {
        var summary = summary(CLAIM, Locale.ENGLISH);

        assertThat(summary.path("language").asText()).isEqualTo("en");
        assertThat(section(summary, "11450-4").path("title").asText()).isEqualTo("Problems");
        assertThat(section(summary, "11450-4").path("text").path("div").asText())
                .contains("<th>What</th>", "Viêm họng cấp");
    }

    @Test
    void whatIsWrittenInADocumentIsNoMarkup() {
        var record = entries(claim(Documents.claim()
                .tag("XML2", "TEN_THUOC", "A &lt;b&gt; &amp; C")
                .bytes()));

        assertThat(section(summary(record, Locale.ENGLISH), "10160-0")
                        .path("text")
                        .path("div")
                        .asText())
                .contains("A &lt;b&gt; &amp; C");
    }

    private static ObjectNode summary(List<RecordEntry> record, Locale language) {
        return new PatientSummary(RECORD, record, language, Documents.NOW, BASE)
                .bundle(EnumSet.allOf(SummarySection.class));
    }

    private static JsonNode section(JsonNode summary, String code) {
        return summary.path("entry")
                .path(0)
                .path("resource")
                .path("section")
                .valueStream()
                .filter(section -> section.path("code")
                        .path("coding")
                        .path(0)
                        .path("code")
                        .asText()
                        .equals(code))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private static String reason(JsonNode summary, String code) {
        return section(summary, code)
                .path("emptyReason")
                .path("coding")
                .path(0)
                .path("code")
                .asText();
    }

    private static List<String> references(JsonNode node) {
        var own = node.path("reference").isTextual()
                ? Stream.of(node.path("reference").asText())
                : Stream.<String>empty();
        return Stream.concat(own, node.valueStream().flatMap(child -> references(child).stream()))
                .toList();
    }
}
