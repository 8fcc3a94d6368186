package hoso.healthrecord.reading.print;

import static hoso.healthrecord.reading.resource.FiledVisits.bundle;
import static hoso.healthrecord.reading.resource.FiledVisits.bundleWith;
import static hoso.healthrecord.reading.resource.FiledVisits.claim;
import static hoso.healthrecord.reading.resource.FiledVisits.entries;
import static org.assertj.core.api.Assertions.assertThat;

import hoso.chassis.problem.Language;
import hoso.healthrecord.document.Documents;
import hoso.healthrecord.reading.resource.RecordEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What stands on paper, read by poppler.
@Tag("core")
class RecordPrintTest {
    private static final List<RecordEntry> CLAIM = entries(claim(Documents.claimExample()));

    @TempDir
    private Path folder;

    @Test
    void theSummaryIsReadInVietnameseWithItsMarks() throws Exception {
        var text = read(print(CLAIM, Language.VIETNAMESE).summary());

        assertThat(text)
                .contains(
                        "Tóm tắt hồ sơ sức khỏe",
                        "NGUYỄN THỊ THỬ NGHIỆM",
                        "Viêm họng cấp, không đặc hiệu",
                        "J02.9",
                        "Thuốc thử nghiệm A 500mg",
                        "Dị ứng",
                        "Không có mục nào.",
                        "cơ sở 01000");
    }

    @Test
    void aVisitIsPrintedWithWhatWasFoundGivenAndArranged() throws Exception {
        var text = read(print(CLAIM, Locale.ENGLISH).visit());

        assertThat(text).contains("Diagnoses", "Uống thuốc theo đơn", "Số lượng bạch cầu", "7.8 G/L", "Tái khám");
    }

    @Test
    void whatTheDocumentSaysIsNotSoIsNotPrinted() throws Exception {
        var record = entries(bundle(bundleWith("""
            {"resourceType":"Observation","status":"entered-in-error","code":{"text":"Đường máu khác"},
             "subject":{"reference":"urn:uuid:0198a5c0-0000-7000-8000-000000000001"},
             "valueQuantity":{"value":99.9,"unit":"mmol/L"}}
            """)));

        assertThat(read(print(record, Language.VIETNAMESE).visit())).doesNotContain("Đường máu khác", "99.9");
    }

    @Test
    void aLongTextGoesOnWithTheNextLineAndSheetAndNothingIsLost() throws Exception {
        var note = "Bệnh nhân tỉnh táo. ".repeat(400) + "KẾT THÚC";
        var record = entries(
                claim(Documents.claim().tag("XML5", "DIEN_BIEN_LS", note).bytes()));

        var text = read(print(record, Language.VIETNAMESE).visit());

        assertThat(text.replaceAll("\\s+", " ")).contains("KẾT THÚC");
        assertThat(text.chars().filter(letter -> letter == '\f').count()).isGreaterThan(1);
    }

    @Test
    void aLetterThatTheFontDoesNotHaveIsTold() throws Exception {
        var record = entries(
                claim(Documents.claim().tag("XML2", "TEN_THUOC", "Thuốc 薬 A").bytes()));

        assertThat(read(print(record, Language.VIETNAMESE).visit())).contains("Thuốc □ A");
    }

    private static RecordPrint print(List<RecordEntry> record, Locale language) {
        return new RecordPrint(record, language, Documents.NOW);
    }

    private String read(byte[] pdf) throws IOException, InterruptedException {
        var file = Files.write(folder.resolve("print.pdf"), pdf);
        var poppler = new ProcessBuilder("pdftotext", "-layout", "-enc", "UTF-8", file.toString(), "-")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var text = new String(poppler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(poppler.waitFor()).isZero();
        return text;
    }
}
