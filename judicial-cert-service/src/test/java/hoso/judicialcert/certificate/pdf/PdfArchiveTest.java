package hoso.judicialcert.certificate.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.judicialcert.certificate.signing.Authority;
import hoso.judicialcert.certificate.signing.KeyGeneration.Level;
import hoso.judicialcert.certificate.signing.PadesSigning;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A certificate is PDF/A-2u before and after it is signed, on one page and on several, whatever the kind of key.
@Tag("core")
class PdfArchiveTest {
    private static final Instant NOW = Instant.parse("2026-11-23T17:30:00Z");

    @Test
    void everyKindOfCertificateIsAnArchivedPdf() throws IOException, InterruptedException {
        var many = java.util.stream.IntStream.range(2000, 2020)
                .mapToObj(year -> Documents.judgment(LocalDate.of(year, 1, 2)))
                .toList();
        var told = VeraPdf.judges(
                Documents.unsigned("Người ký", List.of(), NOW),
                Documents.signed(new Authority()),
                Documents.signed(Authority.rsa()),
                signed(new Authority(), many));

        assertThat(told).hasSize(4).allMatch(line -> line.startsWith("PASS") && line.endsWith("2u"));
    }

    @Test
    void whatIsNoArchivedPdfIsTold() throws IOException, InterruptedException {
        var file = new String(Documents.signed(new Authority()), StandardCharsets.ISO_8859_1);
        var without = file.replace("/OutputIntents", "/outputIntents").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(VeraPdf.judges(without)).isNotEmpty().noneMatch(line -> line.startsWith("PASS"));
    }

    @Test
    void aSignedCertificateHasLessThanFortyKilobytes() {
        assertThat(Documents.signed(new Authority())).hasSizeLessThan(40_000);
    }

    @Test
    void everyLetterIsReadAsItWasWritten() throws IOException {
        var letters = "ĂÂĐÊÔƠƯăâđêôơư ÀẢÃÁẠ ẰẲẴẮẶ ẦẨẪẤẬ ÈẺẼÉẸ ỀỂỄẾỆ ÌỈĨÍỊ ÒỎÕÓỌ ỒỔỖỐỘ ỜỞỠỚỢ ÙỦŨÚỤ ỪỬỮỨỰ ỲỶỸÝỴ"
                + " àảãáạ ằẳẵắặ ầẩẫấậ èẻẽéẹ ềểễếệ ìỉĩíị òỏõóọ ồổỗốộ ờởỡớợ ùủũúụ ừửữứự ỳỷỹýỵ (\\) Müller-Łódź";

        try (var document = Loader.loadPDF(Documents.unsigned(letters, List.of(), NOW))) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                    .contains(letters);
        }
    }

    @Test
    void aLetterTheFontDoesNotHaveIsNotReplacedByAnotherOne() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> Documents.unsigned("\u4e2d", List.of(), NOW))
                .hasMessageContaining("U+4E2D");
    }

    private static byte[] signed(Authority authority, List<hoso.judicialcert.register.conviction.Judgment> judgments) {
        return new PadesSigning(authority.signatory())
                .sign(authority.signatory(), Level.B, Documents.draft("Người ký", judgments, NOW), "Hà Nội", NOW);
    }
}
