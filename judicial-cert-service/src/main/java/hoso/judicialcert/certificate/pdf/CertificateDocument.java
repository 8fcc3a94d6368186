package hoso.judicialcert.certificate.pdf;

import hoso.judicialcert.certificate.pdf.Sheet.Ink;

/// Writes a certificate: A4 in the layout of Decree 30/2020, Vietnamese with English below, and the QR code. What
/// stands on it follows the template: one without a text for the parents has no parents.
public final class CertificateDocument {
    private final Fonts fonts = new Fonts();

    /// The document, ready to be signed.
    public Draft draft(Wording wording, Content content) {
        var sheet = new Sheet();
        var page = new Lettering(wording, sheet, fonts.set());
        new HeadSection(page, content).write();
        new PersonSection(page, content).write();
        new RecordSection(page, content).write();
        new BanSection(page, content).write();
        new FootSection(page, content).write();
        number(sheet, new Ink(fonts.set().italic(), 9), wording, content);
        return new Draft(
                sheet,
                new Draft.About(
                        wording.text("title"),
                        content.agency().name().vi(),
                        "vi",
                        content.code().value(),
                        content.qr().fragment(),
                        content.signedAt()));
    }

    /// The unsigned document.
    byte[] write(Wording wording, Content content) {
        return draft(wording, content).unsigned();
    }

    /// Every page after the first says to which certificate it belongs, and how many there are.
    private static void number(Sheet sheet, Ink ink, Wording wording, Content content) {
        var pages = sheet.pages().size();
        for (var i = 1; i < pages; i++) {
            sheet.head(
                    i,
                    ink,
                    wording.text(
                            "page",
                            "number",
                            content.number(),
                            "page",
                            String.valueOf(i + 1),
                            "pages",
                            String.valueOf(pages)));
        }
    }
}
