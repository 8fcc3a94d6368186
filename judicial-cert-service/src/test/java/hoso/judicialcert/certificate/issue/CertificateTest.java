package hoso.judicialcert.certificate.issue;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.judicialcert.certificate.pdf.Documents;
import hoso.judicialcert.law.CertificateKind;
import hoso.judicialcert.person.Applicant;
import hoso.judicialcert.register.conviction.Ban;
import hoso.judicialcert.register.conviction.Conviction;
import hoso.judicialcert.register.conviction.ExecutionDecision;
import hoso.judicialcert.register.conviction.ExecutionStep;
import hoso.judicialcert.register.conviction.Expungement;
import hoso.judicialcert.register.conviction.Judgment;
import hoso.judicialcert.register.matching.Extract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("core")
class CertificateTest {
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

    @Test
    void no2TellsEveryConvictionInFullWithWhatBecameOfIt() throws IOException {
        var text = text(CertificateKind.NO_2, Documents.LAN, new Extract(convictions(), true, List.of()));

        assertThat(text)
                .contains("PHIẾU LÝ LỊCH TƯ PHÁP SỐ 2", "JUDICIAL RECORD CERTIFICATE No. 2")
                .contains("8. Họ và tên cha: //", "9. Họ và tên mẹ: //", "10. Họ và tên vợ (chồng): //")
                .contains("11. Tình trạng án tích: Có án tích")
                .containsSubsequence(
                        "(1) Bản án số 12/2009/HSST ngày 01/02/2009 của Tòa án nhân dân Thành phố Hà Nội",
                        "Tội danh: Trộm cắp tài sản",
                        "Điều khoản luật áp dụng: Khoản 1 Điều 173 Bộ luật Hình sự",
                        "Hình phạt chính: 01 năm tù",
                        "Hình phạt bổ sung: //",
                        "Nghĩa vụ dân sự: //",
                        "Án phí: //",
                        "Tình trạng thi hành án: //",
                        "Xóa án tích: Đã được xóa án tích ngày 03 tháng 02 năm 2012",
                        "Expungement: Criminal record expunged on 03/02/2012",
                        "(2) Bản án số 12/2024/HSST",
                        "Hình phạt bổ sung: Phạt tiền 10.000.000 đồng",
                        "Nghĩa vụ dân sự: Bồi thường 5.000.000 đồng cho bị hại",
                        "Án phí: 200.000 đồng",
                        "Hoãn chấp hành án phạt tù theo Quyết định số 03/2024/QĐ-CA, ngày 09 tháng 8 năm 2024, của Tòa án nhân dân Thành phố Hà Nội",
                        "Xóa án tích: Chưa được xóa án tích",
                        "Not yet expunged",
                        "12. Thông tin về cấm đảm nhiệm chức vụ",
                        "Không bị cấm đảm nhiệm chức vụ, thành lập, quản lý doanh nghiệp, hợp tác xã");
    }

    @Test
    void whoseConvictionsAreAllExpungedIsNotSaidToHaveARecord() throws IOException {
        var expunged = convictions().subList(0, 1);

        assertThat(text(CertificateKind.NO_2, Documents.LAN, new Extract(expunged, true, List.of())))
                .contains("11. Tình trạng án tích: Criminal record: (1) Bản án số 12/2009/HSST")
                .contains("Đã được xóa án tích ngày 03 tháng 02 năm 2012")
                .doesNotContain("Có án tích", "Không có án tích", "Having criminal record");
    }

    @Test
    void parentsAndSpouseAndBansStandOnNo2() throws IOException {
        var ban = new Ban(
                new UUID(9, 9),
                Documents.PERSON,
                "Tòa án nhân dân Thành phố Hà Nội",
                "01/2025/QĐ-TBPS",
                LocalDate.of(2025, 2, 3),
                "Cấm thành lập, quản lý doanh nghiệp, hợp tác xã",
                LocalDate.of(2025, 2, 3),
                null,
                null);

        var text = text(CertificateKind.NO_2, Documents.MARRIED, new Extract(List.of(), true, List.of(ban)));

        assertThat(text)
                .contains("8. Họ và tên cha: NGUYỄN VĂN CHA", "10. Họ và tên vợ (chồng): TRẦN VĂN CHỒNG")
                .contains("11. Tình trạng án tích: Không có án tích")
                .contains("Cấm thành lập, quản lý doanh nghiệp, hợp tác xã; thời hạn: từ ngày 03/02/2025 đến ngày //")
                .doesNotContain("Không bị cấm");
    }

    @Test
    void parentsDoNotStandOnNo1AndBansOnlyWhenAskedFor() throws IOException {
        var text = text(CertificateKind.NO_1, Documents.MARRIED, new Extract(List.of(), false, List.of()));

        assertThat(text).doesNotContain("NGUYỄN VĂN CHA", "TRẦN VĂN CHỒNG", "Thông tin về cấm", "Không bị cấm");
    }

    @Test
    void aForeignerHasNoRecordDuringTheResidence() throws IOException {
        for (var kind : CertificateKind.values()) {
            var text = text(kind, Documents.FOREIGNER, new Extract(List.of(), false, List.of()));

            assertThat(text)
                    .contains("Không có án tích trong thời gian cư trú tại Việt Nam")
                    .contains("No criminal record during residence in Viet Nam");
        }
    }

    @Test
    void aGeneralAmnestyIsToldInItsOwnWords() throws IOException {
        var judgment = Documents.judgment(LocalDate.of(2018, 3, 1));
        var amnesty = decision(judgment, ExecutionStep.GENERAL_AMNESTY, LocalDate.of(2019, 9, 2), null);
        var conviction = new Conviction(
                judgment,
                List.of(amnesty),
                new Expungement.Expunged(LocalDate.of(2019, 9, 2), "TT13-2011/art-14-amnesty"));

        assertThat(text(CertificateKind.NO_2, Documents.LAN, new Extract(List.of(conviction), true, List.of())))
                .contains("Được đại xá theo Quyết định số 03/2024/QĐ-CA, ngày 02 tháng 9 năm 2019");
    }

    @Test
    void whatACourtWroteIsPrintedAsItIsAndFillsNoPlaceOfTheTemplate() throws IOException {
        var judgment = new Judgment(
                new UUID(1, 1),
                "Tòa án {date}",
                Documents.PERSON,
                "$1\\{court}",
                LocalDate.of(2020, 1, 2),
                "A".repeat(200),
                "Điều 1",
                "01 năm tù",
                null,
                null);

        assertThat(text(CertificateKind.NO_1, Documents.LAN, unexpunged(judgment)))
                .contains("Bản án số $1\\{court} ngày 02/01/2020 của Tòa án {date}")
                .contains("A".repeat(40));
    }

    @Test
    void aLongListGoesOverSeveralPagesOfWhichEachNamesTheCertificate() throws IOException {
        var many = IntStream.range(0, 9)
                .boxed()
                .flatMap(_ -> convictions().stream())
                .toList();

        var bytes = Documents.unsigned(
                CertificateKind.NO_2, Documents.MARRIED, new Extract(many, true, List.of()), "Người ký", NOW);

        try (var document = Loader.loadPDF(bytes)) {
            var pages = document.getNumberOfPages();
            assertThat(pages).isBetween(6, 12);
            var stripper = new PDFTextStripper();
            for (var page = 2; page <= pages; page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(document))
                        .contains("Số: " + Documents.NUMBER + " - Trang " + page + "/" + pages);
            }
        }
        Files.createDirectories(Path.of("target", "documents"));
        Files.write(Path.of("target", "documents", "no-2-long.pdf"), bytes);
    }

    private static List<Conviction> convictions() {
        var old = Documents.judgment(LocalDate.of(2009, 2, 1));
        var recent = new Judgment(
                new UUID(1, 2),
                "Tòa án nhân dân Thành phố Hà Nội",
                Documents.PERSON,
                "12/2024/HSST",
                LocalDate.of(2024, 5, 6),
                new Judgment.Text(
                        "Vận chuyển trái phép hàng hóa, tiền tệ qua biên giới; Làm, tàng trữ, vận chuyển, lưu hành giấy tờ có giá giả khác",
                        "Khoản 2 Điều 189, khoản 1 Điều 207, điểm s khoản 1 Điều 51, Điều 55 Bộ luật Hình sự",
                        "Tổng hợp hình phạt chung 02 năm 06 tháng tù, tính từ ngày bắt thi hành án",
                        "Phạt tiền 10.000.000 đồng",
                        "Bồi thường 5.000.000 đồng cho bị hại",
                        "200.000 đồng"),
                null,
                null);
        return List.of(
                new Conviction(
                        old, List.of(), new Expungement.Expunged(LocalDate.of(2012, 2, 3), "BLHS1999/art-64.2.b")),
                new Conviction(
                        recent,
                        List.of(decision(recent, ExecutionStep.POSTPONED, LocalDate.of(2024, 8, 9), null)),
                        new Expungement.NotExpunged(Set.of(), null, null)));
    }

    private static ExecutionDecision decision(
            Judgment judgment, ExecutionStep step, LocalDate on, @Nullable String text) {
        return new ExecutionDecision(
                new UUID(2, 2),
                judgment.id(),
                step,
                "Tòa án nhân dân Thành phố Hà Nội",
                "03/2024/QĐ-CA",
                on,
                on,
                null,
                text);
    }

    private static Extract unexpunged(Judgment judgment) {
        return new Extract(
                List.of(new Conviction(judgment, List.of(), new Expungement.NotExpunged(Set.of(), null, null))),
                false,
                List.of());
    }

    private static String text(CertificateKind kind, Applicant applicant, Extract extract) throws IOException {
        var bytes = Documents.unsigned(kind, applicant, extract, "Người ký", NOW);
        Files.createDirectories(Path.of("target", "documents"));
        Files.write(
                Path.of(
                        "target",
                        "documents",
                        kind + "-" + extract.convictions().size() + ".pdf"),
                bytes);
        try (var document = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private static String text(List<Judgment> judgments) throws IOException {
        try (var document = Loader.loadPDF(Documents.unsigned("Người ký", judgments, NOW))) {
            return new PDFTextStripper().getText(document);
        }
    }
}
