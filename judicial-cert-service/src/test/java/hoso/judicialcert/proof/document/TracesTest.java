package hoso.judicialcert.proof.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A stranger's file is looked into as far as ours would need it, and no further.
@Tag("core")
class TracesTest {
    static final String CODE = "463H-RARS-K0Z0-4FSN";

    @Test
    void aCodeOnThePageIsFound() throws IOException {
        var file = pdf("/Filter /FlateDecode", deflated("BT /F1 12 Tf (" + CODE + ") Tj ET"));

        var traces = Traces.of(file);

        assertThat(Limits.areExceeded(file)).isFalse();
        assertThat(traces.codes()).hasSize(1);
    }

    @Test
    void fiveKilobytesThatHoldMillionsOfLettersAreNotReadToTheEnd() throws IOException {
        var bomb = "BT /F1 1 Tf (" + "a".repeat(5_000_000) + ") Tj (" + CODE + ") Tj ET";

        var traces = Traces.of(pdf("/Filter /FlateDecode", deflated(bomb)));

        assertThat(traces.codes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Filter [/FlateDecode /FlateDecode]",
                "/Filter [ /ASCIIHexDecode/FlateDecode ]",
                "/Filter 5 0 R",
                "/F#69lter /FlateDecode",
                "/Filter /LZWDecode"
            })
    void whatIsPackedInAWayThatIsNotMeasuredIsNotUnpacked(String filter) throws IOException {
        assertThat(Limits.areExceeded(pdf(filter, deflated("BT ET")))).isTrue();
    }

    @Test
    void aStreamThatInflatesBeyondMeasureIsHeavyHoweverItsStartIsWritten() throws IOException {
        var bomb = deflated(" ".repeat(9 << 20));

        assertThat(Limits.areExceeded(pdf("/Filter /FlateDecode", bomb))).isTrue();
        assertThat(Limits.areExceeded(pdf("/Filter /FlateDecode", bomb, "stream \r\n")))
                .isTrue();
    }

    /// A reader of PDF takes what came before the fault.
    @Test
    void aStreamThatBreaksOffCountsAsFarAsItCame() throws IOException {
        var bomb = deflated(" ".repeat(5 << 20));
        bomb[bomb.length - 6] ^= 0x55;
        var two = new ByteArrayOutputStream();
        two.write(pdf("/Filter /FlateDecode", bomb));
        two.write(pdf("/Filter /FlateDecode", bomb));

        assertThat(Limits.areExceeded(two.toByteArray())).isTrue();
    }

    private static byte[] pdf(String filter, byte[] content) throws IOException {
        return pdf(filter, content, "stream\n");
    }

    private static byte[] pdf(String filter, byte[] content, String begin) throws IOException {
        var out = new ByteArrayOutputStream();
        out.write(text("%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n"
                + "2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n"
                + "3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
                + "/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>> endobj\n"
                + "4 0 obj <</Length " + content.length + " " + filter + ">> " + begin));
        out.write(content);
        out.write(text("\nendstream endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n"));
        return out.toByteArray();
    }

    private static byte[] deflated(String text) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(out, new Deflater(Deflater.BEST_COMPRESSION))) {
            deflater.write(text(text));
        }
        return out.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
