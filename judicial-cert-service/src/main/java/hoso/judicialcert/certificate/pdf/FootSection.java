package hoso.judicialcert.certificate.pdf;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import hoso.judicialcert.law.Law;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/// Who signed and when, how the certificate is verified, and its QR code.
record FootSection(Lettering page, Content content) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss xxx");
    private static final float QR_SIDE = 96;
    /// The least a phone's camera reads from a printed page, in points; a denser code (RSA) makes a larger square.
    private static final float QR_MODULE = 1.3f;

    void write() {
        var sheet = page.sheet();
        var code = matrix();
        var side = Math.max(QR_SIDE, code.length * QR_MODULE);
        sheet.need(side + 70);
        sheet.down(14);
        var top = sheet.y();
        sheet.centered(page.bold(12), content.agency().name().vi(), HeadSection.MIDDLE, Sheet.RIGHT);
        sheet.down(6);
        sheet.centered(
                page.italic(9), page.text("signed") + " / " + page.text("signed.en"), HeadSection.MIDDLE, Sheet.RIGHT);
        sheet.centered(page.bold(10), content.signer(), HeadSection.MIDDLE, Sheet.RIGHT);
        sheet.centered(
                page.regular(9),
                page.text("signed.at", "time", TIME.format(content.signedAt().atZone(Law.ZONE))),
                HeadSection.MIDDLE,
                Sheet.RIGHT);
        sheet.squares(code, Sheet.LEFT, top, side / code.length);
        sheet.moveTo(top - side - 4);
        sheet.paragraph(
                page.regular(9.5f),
                page.text("dossier", "code", content.dossierCode().value()) + " (" + page.text("dossier.en") + ")",
                0);
        sheet.paragraph(
                page.regular(9.5f), page.text("verify", "code", content.code().value()), 0);
        sheet.paragraph(page.italic(8.5f), page.text("verify.en"), 0);
    }

    private boolean[][] matrix() {
        try {
            // One mask instead of the best of eight: every reader reads it, and finding the best takes longer than
            // signing.
            var hints = Map.of(
                    EncodeHintType.ERROR_CORRECTION,
                    ErrorCorrectionLevel.M,
                    EncodeHintType.MARGIN,
                    0,
                    EncodeHintType.QR_COMPACT,
                    true,
                    EncodeHintType.QR_MASK_PATTERN,
                    3);
            var matrix = new QRCodeWriter().encode(content.verificationUrl(), BarcodeFormat.QR_CODE, 0, 0, hints);
            var dark = new boolean[matrix.getHeight()][matrix.getWidth()];
            for (var row = 0; row < dark.length; row++) {
                for (var column = 0; column < dark[row].length; column++) {
                    dark[row][column] = matrix.get(column, row);
                }
            }
            return dark;
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }
}
