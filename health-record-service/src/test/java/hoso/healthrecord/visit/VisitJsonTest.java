package hoso.healthrecord.visit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import hoso.healthrecord.document.Disclosure;
import hoso.healthrecord.document.DocumentFormat;
import hoso.healthrecord.document.DocumentSignature;
import hoso.healthrecord.document.Documents;
import hoso.healthrecord.document.Further;
import hoso.healthrecord.document.Moment;
import hoso.healthrecord.document.Origin;
import hoso.healthrecord.document.Reading;
import hoso.healthrecord.document.Visit;
import hoso.healthrecord.document.reading.DocumentReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A visit has parts in the code and none where it is kept.
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
    void whatIsKeptOfAVisitIsReadAsItWas() throws IOException {
        var visit = example().withoutNumber();

        var summary = JSON.writeValueAsBytes(SummaryJson.of(visit));

        assertThat(SummaryJson.read(JSON, summary)).isEqualTo(visit);
        assertThat(JSON.readTree(summary).fieldNames())
                .toIterable()
                .startsWith("facility", "episode", "patient", "admittedAt")
                .endsWith("referral", "further", "hivCare", "withheld", "rules", "signature")
                .hasSize(23);
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
        assertThat(visit.disclosure()).isEqualTo(new Disclosure(false, true, 0));
        assertThat(visit.origin()).isEqualTo(new Origin(DocumentSignature.UNCHECKED));
    }

    private static Visit example() {
        return ((Reading.Read) DocumentReader.read(DocumentFormat.CLAIM_XML, Documents.claimExample(), Documents.NOW))
                .visit();
    }
}
