package hoso.healthrecord.reading.resource;

import static hoso.healthrecord.reading.resource.FiledVisits.bundle;
import static hoso.healthrecord.reading.resource.FiledVisits.claim;
import static hoso.healthrecord.reading.resource.FiledVisits.entries;
import static org.assertj.core.api.Assertions.assertThat;

import hoso.healthrecord.document.Documents;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is made of documents, judged by the reference implementation.
@Tag("core")
class JudgedResourcesTest {
    private static final String PAPER = """
        <TABLE><MA_LK>SYN-79001-20260915-000001</MA_LK><CHAN_DOAN_RV>Viêm họng cấp</CHAN_DOAN_RV>\
        <NGAY_RA>202609151010</NGAY_RA><GIAY_CHUYEN_TUYEN>01000/26</GIAY_CHUYEN_TUYEN>\
        <MA_NOI_DEN>79001</MA_NOI_DEN><HUONG_DIEU_TRI>Theo dõi</HUONG_DIEU_TRI></TABLE>
        """;

    static Stream<List<RecordEntry>> made() {
        return Stream.of(
                entries(claim(Documents.claimExample())),
                entries(claim(Documents.claim()
                        .table("XML7", PAPER)
                        .table("XML8", PAPER)
                        .table("XML13", PAPER)
                        .bytes())),
                entries(claim(Documents.claim()
                        .tag("XML1", "NGAY_RA", "")
                        .tag("XML1", "MA_LOAI_KCB", "03")
                        .tag("XML4", "GIA_TRI", "&lt;0,5")
                        .tag("XML4", "NGAY_KQ", "20260915")
                        .tag("XML5", "THOI_DIEM_DBLS", "")
                        .bytes())),
                entries(claim(Documents.claim()
                        .tag("XML4", "GIA_TRI", "Dương tính")
                        .tag("XML4", "TEN_CHI_SO", "")
                        .tag("XML4", "MA_CHI_SO", "")
                        .tag("XML4", "KET_LUAN", "Bình thường")
                        .tag("XML1", "MA_BENH_KT", "")
                        .bytes())),
                entries(claim(
                        Documents.claim().tag("XML1", "MA_BENH_CHINH", "B20").bytes())),
                entries(bundle(Documents.bundleExample())));
    }

    @ParameterizedTest
    @MethodSource("made")
    void theReferenceImplementationFindsNoErrorInWhatIsMade(List<RecordEntry> entries) {
        assertThat(entries).isNotEmpty().allSatisfy(entry -> {
            var text = entry.resource().toString();
            assertThat(FhirJudge.parse(text).fhirType()).isEqualTo(entry.type());
            assertThat(FhirJudge.errors(text)).as(text).isEmpty();
        });
    }
}
