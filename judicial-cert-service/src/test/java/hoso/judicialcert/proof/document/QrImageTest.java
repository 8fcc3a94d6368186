package hoso.judicialcert.proof.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hoso.judicialcert.certificate.pdf.Documents;
import hoso.judicialcert.proof.statement.QrText;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("core")
class QrImageTest {
    private static final int SEAL = 220;

    /// Seals whose code the first way of reading misses at this resolution: found among 400 by trying.
    @ParameterizedTest
    @CsvSource({"150, 3", "150, 66", "150, 137", "200, 3", "200, 105", "200, 137", "300, 3", "300, 20", "300, 38"})
    void aCodeThatOneWayMissesIsReadByAnother(int dpi, long seed) throws IOException {
        var seal = new byte[SEAL];
        new Random(seed).nextBytes(seal);
        var said = new QrText(Documents.CODE, seal);

        var text = QrImage.text(scan(Documents.unsigned(said), dpi)).orElseThrow();

        assertThat(QrText.read(text).orElseThrow().fragment()).isEqualTo(said.fragment());
    }

    @Test
    void whatIsNoPictureOrHasNoCodeSaysNothing() throws IOException {
        var blank = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB), "png", blank);

        assertThat(QrImage.text(blank.toByteArray())).isEmpty();
        assertThat(QrImage.text("nothing".getBytes(UTF_8))).isEmpty();
    }

    private static byte[] scan(byte[] pdf, int dpi) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            var picture = new ByteArrayOutputStream();
            ImageIO.write(new PDFRenderer(document).renderImageWithDPI(0, dpi), "png", picture);
            return picture.toByteArray();
        }
    }
}
