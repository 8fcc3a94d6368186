package hoso.judicialcert.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.judicialcert.register.Judgment;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class CertificateDocumentTest {
    private static final Instant NOW = Instant.parse("2026-11-23T17:30:00Z");

    @Test
    void aCleanCertificateSaysSoInTheWordsOfTheCircular() throws IOException {
        var text = text(List.of());

        assertThat(text)
                .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
                .contains("PHIẾU LÝ LỊCH TƯ PHÁP SỐ 1", "Số: 987654321/2026/PHSNV-LLTP")
                .contains("Hà Nội, ngày 24 tháng 11 năm 2026")
                .contains("NGUYỄN THỊ THỬ NGHIỆM", "17/03/1985", "003185000017")
                .contains("8. Tình trạng án tích: Không có án tích", "No criminal record")
                .contains("Không bị cấm đảm nhiệm chức vụ, thành lập, quản lý doanh nghiệp, hợp tác xã")
                .doesNotContain("Bản án số");
    }

    @Test
    void convictionsStandInTheOrderOfTheirDates() throws IOException {
        var later = Documents.judgment(LocalDate.of(2024, 5, 6));
        var earlier = Documents.judgment(LocalDate.of(2019, 1, 2));

        var text = text(List.of(later, earlier));

        assertThat(text)
                .contains("8. Tình trạng án tích: Có án tích")
                .containsSubsequence("12/2019/HSST ngày 02/01/2019", "12/2024/HSST ngày 06/05/2024")
                .contains("Tội danh: Trộm cắp tài sản", "Hình phạt bổ sung: //");
    }

    @Test
    void aCleanCertificateIsOnePageOfA4() throws IOException {
        try (var document = Loader.loadPDF(Documents.unsigned("Người ký", List.of(), NOW))) {
            assertThat(document.getNumberOfPages()).isOne();
            assertThat(document.getPage(0).getMediaBox().getHeight()).isBetween(841f, 843f);
        }
    }

    private static String text(List<Judgment> judgments) throws IOException {
        try (var document = Loader.loadPDF(Documents.unsigned("Người ký", judgments, NOW))) {
            return new PDFTextStripper().getText(document);
        }
    }
}
