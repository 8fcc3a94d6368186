package hoso.healthrecord.reading.overview;

import static hoso.healthrecord.reading.resource.FiledVisits.bundle;
import static hoso.healthrecord.reading.resource.FiledVisits.bundleWith;
import static hoso.healthrecord.reading.resource.FiledVisits.claim;
import static hoso.healthrecord.reading.resource.FiledVisits.entries;
import static org.assertj.core.api.Assertions.assertThat;

import hoso.healthrecord.document.Documents;
import hoso.healthrecord.reading.overview.Overview.Facility;
import hoso.healthrecord.reading.overview.Overview.Status;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("core")
class OverviewTest {

    @Test
    void theFourGroupsAreMadeOfTheRecord() {
        var overview = Overview.of(entries(claim(Documents.claimExample())));

        assertThat(overview.administration().name()).isEqualTo("NGUYỄN THỊ THỬ NGHIỆM");
        assertThat(overview.administration().personalNumber()).isEqualTo("003185000017");
        assertThat(overview.administration().bloodGroup()).isEqualTo("O+");
        assertThat(overview.history().illnesses())
                .extracting(Overview.Item::code)
                .containsExactly("J02.9", "I10");
        assertThat(overview.visits().count()).isEqualTo(1);
        assertThat(overview.summaries()).extracting(Overview.Item::name).contains("Phiếu hẹn khám lại");
    }

    @Test
    void vaccinationsAndAllergiesAreHistoryAndWhatIsNotSoIsNot() {
        var record = Stream.concat(entries(bundle(bundleWith("""
            {"resourceType":"Immunization","status":"completed","vaccineCode":{"text":"Vắc-xin sởi"},
             "patient":{"reference":"urn:uuid:0198a5c0-0000-7000-8000-000000000001"},
             "occurrenceDateTime":"2015"}
            """))).stream(), entries(bundle(bundleWith("""
                {"resourceType":"Immunization","status":"not-done","vaccineCode":{"text":"Vắc-xin dại"},
                 "patient":{"reference":"urn:uuid:0198a5c0-0000-7000-8000-000000000001"},
                 "occurrenceDateTime":"2016"}
                """))).stream())
                .toList();

        assertThat(Overview.of(record).history().vaccinations())
                .extracting(Overview.Item::name)
                .contains("Vắc-xin sởi")
                .doesNotContain("Vắc-xin dại");
    }

    @Test
    void aFacilityIsReceivedOrNotYet() {
        var referred = claim(Documents.claim()
                .table(
                        "XML13",
                        "<CHI_TIEU_GIAYCHUYENTUYEN><MA_LK>SYN-79001-20260915-000001</MA_LK>"
                                + "<MA_NOI_DEN>79001</MA_NOI_DEN></CHI_TIEU_GIAYCHUYENTUYEN>")
                .bytes());

        assertThat(status(Overview.of(entries(referred)))).containsExactly("01000 RECEIVED", "79001 NOT_YET");
        assertThat(status(Overview.of(
                        Stream.concat(entries(referred).stream(), entries(bundle(Documents.bundleExample())).stream())
                                .toList())))
                .containsExactly("01000 RECEIVED", "79001 RECEIVED");
    }

    @Test
    void anEmptyRecordHasEmptyGroups() {
        var overview = Overview.of(List.of());

        assertThat(overview.visits().facilities()).isEmpty();
        assertThat(overview.history().allergies()).isEmpty();
        assertThat(overview.administration().name()).isNull();
    }

    private static List<String> status(Overview overview) {
        return overview.visits().facilities().stream().map(OverviewTest::status).toList();
    }

    private static String status(Facility facility) {
        return facility.facility() + " " + (facility.status() == Status.RECEIVED ? "RECEIVED" : "NOT_YET");
    }
}
