package hoso.healthrecord.visit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import hoso.healthrecord.document.CareKind;
import hoso.healthrecord.document.DocumentFormat;
import hoso.healthrecord.document.DocumentReader;
import hoso.healthrecord.document.Documents;
import hoso.healthrecord.document.Further;
import hoso.healthrecord.document.Moment;
import hoso.healthrecord.document.Outcome;
import hoso.healthrecord.document.Reading;
import hoso.healthrecord.document.Visit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A visit has parts in the code and none in JSON.
@Tag("core")
class VisitJsonTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .findAndAddModules()
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    /// As it was kept before a visit had parts, and with a member that only another release knows.
    private static final String KEPT_BEFORE = """
            {"facility":"01000","episode":"SYN-1","patient":{"number":null,"name":"NGUYỄN THỊ THỬ NGHIỆM",
             "birthDate":{"year":1985,"month":3,"day":17},"sex":"FEMALE"},"admittedAt":"2026-09-15T01:05:00Z",
             "dischargedAt":null,"careKind":"EXAMINATION","outcome":"BETTER","reason":"Đau họng","treatment":null,
             "advice":null,"diagnoses":[{"code":"J02.9","text":"Viêm họng","main":true}],"drugs":[{"name":"Thuốc A",
             "orderedAt":"2026-09-15T01:30:00Z"}],"services":[],
             "tests":[],"progress":[],"reexaminations":[],"referral":null,"hivCare":false,"withheld":true,"later":1}
            """;

    @Test
    void theAppIsToldAVisitAsOneFlatObject() {
        var kept = new Visits.Kept(new UUID(1, 1), DocumentFormat.CLAIM_XML, whole());

        JsonNode told = JSON.valueToTree(VisitAnswer.of(kept));

        assertThat(told.fieldNames())
                .toIterable()
                .containsExactly(
                        "visitId",
                        "facility",
                        "episode",
                        "admittedAt",
                        "dischargedAt",
                        "careKind",
                        "outcome",
                        "reason",
                        "treatment",
                        "advice",
                        "diagnoses",
                        "drugs",
                        "services",
                        "tests",
                        "progress",
                        "reexaminations",
                        "referral",
                        "items",
                        "setAside",
                        "alsoInDocument",
                        "document");
        assertThat(told.path("document").path("available").asBoolean()).isFalse();
    }

    @Test
    void whatIsKeptOfAVisitIsReadAsItWas() throws IOException {
        var visit = example().withoutNumber();

        var summary = JSON.writeValueAsBytes(SummaryJson.of(visit));

        assertThat(SummaryJson.read(JSON, summary)).isEqualTo(visit);
        assertThat(JSON.readTree(summary).fieldNames())
                .toIterable()
                .startsWith("facility", "episode", "patient", "admittedAt")
                .endsWith("referral", "further", "hivCare", "withheld")
                .hasSize(21);
    }

    @Test
    void whatWasKeptBeforeAVisitHadPartsIsStillRead() throws IOException {
        var visit = SummaryJson.read(JSON, KEPT_BEFORE.getBytes(StandardCharsets.UTF_8));

        assertThat(visit.header().facility()).isEqualTo("01000");
        assertThat(visit.findings().diagnoses()).containsExactly(new Visit.Diagnosis("J02.9", "Viêm họng", true));
        assertThat(visit.findings().drugs())
                .extracting(Visit.Drug::orderedAt)
                .containsExactly(Moment.at(Instant.parse("2026-09-15T01:30:00Z")));
        assertThat(visit.findings().further()).isEqualTo(new Further(List.of(), List.of(), List.of()));
        assertThat(visit.header().facilityName()).isNull();
        assertThat(visit.disclosure()).isEqualTo(new Visit.Disclosure(false, true));
    }

    private static Visit whole() {
        var patient = example().header().patient();
        var admittedAt = Instant.parse("2026-09-15T01:05:00Z");
        var dischargedAt = Instant.parse("2026-09-15T03:10:00Z");
        return new Visit(
                new Visit.Header(
                        "01000", "SYN-1", patient, admittedAt, dischargedAt, CareKind.EXAMINATION, Outcome.BETTER),
                new Visit.Findings(
                        "Đau họng",
                        "Kháng sinh",
                        "Uống nhiều nước",
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        new Visit.Referral("CT-1", "79000", null, null),
                        new Further(List.of(), List.of(), List.of())),
                new Visit.Disclosure(false, true));
    }

    private static Visit example() {
        return ((Reading.Read) DocumentReader.read(DocumentFormat.CLAIM_XML, Documents.claimExample(), Documents.NOW))
                .visit();
    }
}
