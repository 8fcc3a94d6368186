package hoso.healthrecord.visit.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import hoso.healthrecord.document.CareKind;
import hoso.healthrecord.document.Disclosure;
import hoso.healthrecord.document.DocumentFormat;
import hoso.healthrecord.document.Documents;
import hoso.healthrecord.document.Further;
import hoso.healthrecord.document.Outcome;
import hoso.healthrecord.document.Reading;
import hoso.healthrecord.document.Visit;
import hoso.healthrecord.document.reading.DocumentReader;
import hoso.healthrecord.visit.Visits;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A visit has parts in the code and none in what the app is told.
@Tag("core")
class VisitAnswerTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .findAndAddModules()
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    @Test
    void theAppIsToldAVisitAsOneFlatObject() {
        var kept = new Visits.Kept(
                new UUID(1, 1), DocumentFormat.CLAIM_XML, whole(), 1, Instant.parse("2026-09-15T04:00:00Z"), null);

        JsonNode told = JSON.valueToTree(VisitAnswer.of(kept));

        assertThat(told.fieldNames())
                .toIterable()
                .containsExactly(
                        "visitId",
                        "version",
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
        assertThat(told.path("document").path("available").asBoolean()).isTrue();
        assertThat(told.path("document").path("cut").asBoolean()).isTrue();
        assertThat(told.path("document").path("signature").asText()).isEqualTo("ABSENT");
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
                new Disclosure(false, true));
    }

    private static Visit example() {
        return ((Reading.Read) DocumentReader.read(DocumentFormat.CLAIM_XML, Documents.claimExample(), Documents.NOW))
                .visit();
    }
}
