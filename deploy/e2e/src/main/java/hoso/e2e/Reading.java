package hoso.e2e;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.ReaderException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/// What a person reads off a certificate, and what a phone's camera does.
final class Reading {
    /// As a good printer and a phone's camera see it.
    private static final int DOTS_PER_INCH = 200;

    private Reading() {}

    /// The text of a certificate, in reading order.
    static String text(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The address in the QR code, read from the printed page.
    static String address(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            var image = new PDFRenderer(document).renderImageWithDPI(0, DOTS_PER_INCH);
            var bitmap = new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(image)));
            return new QRCodeReader()
                    .decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReaderException e) {
            throw new IllegalStateException("no QR code can be read on the certificate", e);
        }
    }

    /// The verification code: the fragment of that address begins with it, its seal follows.
    static String code(byte[] pdf) {
        var address = address(pdf);
        return address.substring(address.indexOf('#') + 1).split("\\.", -1)[0];
    }

    /// The first line with that word.
    static String line(String text, String word) {
        return text.lines()
                .filter(line -> line.contains(word))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no line with " + word))
                .strip();
    }
}
