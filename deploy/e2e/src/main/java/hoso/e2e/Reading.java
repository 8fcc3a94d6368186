package hoso.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/// What a person reads off a certificate.
final class Reading {
    private static final Pattern CODE = Pattern.compile("/verify#(?<code>[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3})");

    private Reading() {}

    /// The text of a certificate, in reading order.
    static String text(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The code within the verification address printed beside the QR.
    static String code(byte[] pdf) {
        var found = CODE.matcher(text(pdf).replaceAll("\\s+", ""));
        if (!found.find()) {
            throw new IllegalStateException("no verification address on the certificate");
        }
        return found.group("code");
    }
}
