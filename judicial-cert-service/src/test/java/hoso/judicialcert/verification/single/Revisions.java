package hoso.judicialcert.verification.single;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.rendering.PDFRenderer;

/// A certificate opened with a PDF library, changed, and saved: as a revision behind the signed one, or anew.
final class Revisions {
    /// Every kind of annotation of ISO 32000-2.
    private static final List<String> ANNOTATIONS = List.of(
            "Text",
            "Link",
            "FreeText",
            "Line",
            "Square",
            "Circle",
            "Polygon",
            "PolyLine",
            "Highlight",
            "Underline",
            "Squiggly",
            "StrikeOut",
            "Caret",
            "Stamp",
            "Ink",
            "Popup",
            "FileAttachment",
            "Sound",
            "Movie",
            "Screen",
            "Widget",
            "PrinterMark",
            "TrapNet",
            "Watermark",
            "3D",
            "Redact",
            "Projection",
            "RichMedia");

    private static final PDRectangle RESULT = new PDRectangle(80, 300, 420, 120);
    private final byte[] base;
    private final byte[] other;
    private final Map<String, byte[]> made = new LinkedHashMap<>();

    private interface Change {
        void on(PDDocument document) throws IOException;
    }

    private Revisions(byte[] base, byte[] other) {
        this.base = base;
        this.other = other;
    }

    static Map<String, byte[]> of(byte[] base, byte[] other) throws IOException {
        var revisions = new Revisions(base, other);
        revisions.pages();
        revisions.annotations();
        revisions.catalog();
        revisions.actions();
        revisions.savedAnew();
        return revisions.made;
    }

    private void revision(String name, Change change) throws IOException {
        try (var document = Loader.loadPDF(base);
                var out = new ByteArrayOutputStream()) {
            change.on(document);
            changed(document.getDocumentCatalog().getCOSObject());
            document.saveIncremental(out);
            made.put("revision: " + name, out.toByteArray());
        }
    }

    private void anew(String name, CompressParameters compress, Change change) throws IOException {
        try (var document = Loader.loadPDF(base);
                var out = new ByteArrayOutputStream()) {
            change.on(document);
            document.save(out, compress);
            made.put("saved anew: " + name, out.toByteArray());
        }
    }

    private void pages() throws IOException {
        for (var mode : PDPageContentStream.AppendMode.values()) {
            for (var words : List.of("Khong co an tich", "NO CRIMINAL RECORD", " ")) {
                revision("page " + mode + " " + words.strip(), document -> write(document, mode, words));
            }
        }
        revision("page replaced by another certificate's", document -> {
            try (var source = Loader.loadPDF(other)) {
                var page = document.importPage(source.getPage(0));
                document.getPages().remove(0);
                changed(document.getPages().getCOSObject());
                changed(page.getCOSObject());
            }
        });
        revision("another certificate's page behind", document -> {
            try (var source = Loader.loadPDF(other)) {
                changed(document.importPage(source.getPage(0)).getCOSObject());
                changed(document.getPages().getCOSObject());
            }
        });
        revision("blank page behind", document -> added(document, new PDPage()));
        revision("blank page in front", document -> {
            document.getPages().insertBefore(new PDPage(), document.getPage(0));
            changed(document.getPages().getCOSObject());
        });
        revision("page removed", document -> {
            document.getPages().remove(0);
            changed(document.getPages().getCOSObject());
        });
        revision("page turned", document -> page(document, page -> page.setRotation(180)));
        revision(
                "page cropped", document -> page(document, page -> page.setCropBox(new PDRectangle(0, 420, 595, 421))));
        revision(
                "page larger", document -> page(document, page -> page.setMediaBox(new PDRectangle(0, 0, 2000, 2000))));
        revision("page scaled", document -> page(document, page -> page.setUserUnit(2)));
        revision("fonts taken away", document -> page(document, page -> page.setResources(new PDResources())));
        revision(
                "contents taken away",
                document -> page(document, page -> page.getCOSObject().removeItem(COSName.CONTENTS)));
        revision("a picture painted over", Revisions::picture);
        revision("the QR code of another certificate", this::qrCode);
        revision("a font given other letters", document -> {
            var fonts = (COSDictionary)
                    document.getPage(0).getResources().getCOSObject().getDictionaryObject(COSName.FONT);
            for (var name : fonts.keySet()) {
                var font = (COSDictionary) fonts.getDictionaryObject(name);
                font.removeItem(COSName.TO_UNICODE);
                changed(font);
            }
        });
    }

    private void annotations() throws IOException {
        for (var kind : ANNOTATIONS) {
            revision("annotation " + kind, document -> annotate(document, kind, 4));
            revision("hidden annotation " + kind, document -> annotate(document, kind, 2));
        }
        revision("annotation without a kind", document -> annotate(document, "", 4));
        revision("annotation locked, print, read only", document -> annotate(document, "Stamp", 4 + 64 + 128));
        revision(
                "annotations of the page taken away",
                document -> page(document, page -> page.getCOSObject().setItem(COSName.ANNOTS, new COSArray())));
    }

    private void catalog() throws IOException {
        revision("title", document -> {
            document.getDocumentInformation().setTitle("Không có án tích");
            changed(document.getDocumentInformation().getCOSObject());
        });
        revision("producer and dates", document -> {
            document.getDocumentInformation().setProducer("x");
            document.getDocumentInformation().setModificationDate(java.util.Calendar.getInstance());
            changed(document.getDocumentInformation().getCOSObject());
        });
        revision("language", document -> document.getDocumentCatalog().setLanguage("en"));
        revision(
                "certification taken away",
                document -> document.getDocumentCatalog().getCOSObject().removeItem(COSName.getPDFName("Perms")));
        revision(
                "form taken away",
                document -> document.getDocumentCatalog().getCOSObject().removeItem(COSName.ACRO_FORM));
        revision("signature field emptied", document -> {
            for (var field : document.getSignatureFields()) {
                field.getCOSObject().removeItem(COSName.V);
                changed(field.getCOSObject());
            }
        });
        revision("form wants new appearances", document -> {
            var form = document.getDocumentCatalog().getAcroForm();
            form.setNeedAppearances(true);
            changed(form.getCOSObject());
        });
        revision("form made of XML", document -> {
            var form = document.getDocumentCatalog().getAcroForm().getCOSObject();
            form.setItem(COSName.getPDFName("XFA"), stream(document, "<xdp/>"));
            changed(form);
        });
        revision(
                "metadata",
                document -> document.getDocumentCatalog()
                        .getCOSObject()
                        .setItem(COSName.METADATA, stream(document, "<x:xmpmeta xmlns:x='adobe:ns:meta/'/>")));
        for (var key : List.of(
                "OCProperties",
                "PageLabels",
                "Outlines",
                "ViewerPreferences",
                "Collection",
                "Threads",
                "Dests",
                "AF",
                "Legal",
                "Requirements",
                "Extensions",
                "PieceInfo",
                "MarkInfo",
                "StructTreeRoot",
                "DSS",
                "SpiderInfo")) {
            revision(
                    "catalog " + key,
                    document -> document.getDocumentCatalog()
                            .getCOSObject()
                            .setItem(COSName.getPDFName(key), new COSDictionary()));
        }
        revision(
                "the seal of nothing",
                document -> document.getDocumentCatalog()
                        .getCOSObject()
                        .setString(COSName.getPDFName("HosoSeal"), "0000-0000-0000-0000"));
        revision("a file embedded", document -> {
            var names = new COSDictionary();
            var files = new COSDictionary();
            var list = new COSArray();
            var file = new COSDictionary();
            file.setName(COSName.TYPE, "Filespec");
            file.setString(COSName.F, "certificate.pdf");
            var embedded = new COSDictionary();
            embedded.setItem(COSName.F, stream(document, "%PDF-1.7"));
            file.setItem(COSName.getPDFName("EF"), embedded);
            list.add(new COSString("certificate.pdf"));
            list.add(file);
            files.setItem(COSName.getPDFName("Names"), list);
            names.setItem(COSName.getPDFName("EmbeddedFiles"), files);
            document.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("Names"), names);
        });
        revision("nothing but a revision", document -> {});
    }

    private void actions() throws IOException {
        for (var kind : List.of(
                "JavaScript",
                "GoTo",
                "GoToR",
                "Launch",
                "URI",
                "SubmitForm",
                "Hide",
                "Named",
                "ImportData",
                "Rendition")) {
            revision(
                    "opens with " + kind,
                    document ->
                            document.getDocumentCatalog().getCOSObject().setItem(COSName.OPEN_ACTION, action(kind)));
        }
        revision("acts before printing", document -> {
            var acts = new COSDictionary();
            acts.setItem(COSName.getPDFName("WP"), action("JavaScript"));
            document.getDocumentCatalog().getCOSObject().setItem(COSName.AA, acts);
        });
        revision(
                "acts when the page opens",
                document -> page(document, page -> {
                    var acts = new COSDictionary();
                    acts.setItem(COSName.O, action("JavaScript"));
                    page.getCOSObject().setItem(COSName.AA, acts);
                }));
    }

    private void savedAnew() throws IOException {
        anew("plain", CompressParameters.NO_COMPRESSION, document -> {});
        anew("compressed", CompressParameters.DEFAULT_COMPRESSION, document -> {});
        anew(
                "painted over",
                CompressParameters.NO_COMPRESSION,
                document -> write(document, PDPageContentStream.AppendMode.APPEND, "NO CRIMINAL RECORD"));
        anew("without its signature", CompressParameters.NO_COMPRESSION, document -> {
            document.getDocumentCatalog().getCOSObject().removeItem(COSName.ACRO_FORM);
            document.getDocumentCatalog().getCOSObject().removeItem(COSName.getPDFName("Perms"));
        });
        anew(
                "without its certification",
                CompressParameters.NO_COMPRESSION,
                document -> document.getDocumentCatalog().getCOSObject().removeItem(COSName.getPDFName("Perms")));
        anew(
                "under a password",
                CompressParameters.NO_COMPRESSION,
                document -> document.protect(new StandardProtectionPolicy("owner", "", new AccessPermission())));
        try (var source = Loader.loadPDF(base);
                var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            document.importPage(source.getPage(0));
            document.save(out);
            made.put("its page in a new file", out.toByteArray());
        }
        try (var source = Loader.loadPDF(base);
                var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            var image = LosslessFactory.createFromImage(document, new PDFRenderer(source).renderImageWithDPI(0, 72));
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.drawImage(image, 0, 0, PDRectangle.A4.getWidth(), PDRectangle.A4.getHeight());
            }
            document.save(out);
            made.put("a scan of it", out.toByteArray());
        }
    }

    private interface PageChange {
        void on(PDPage page) throws IOException;
    }

    private static void page(PDDocument document, PageChange change) throws IOException {
        var page = document.getPage(0);
        change.on(page);
        changed(page.getCOSObject());
    }

    private static void added(PDDocument document, PDPage page) {
        document.addPage(page);
        changed(page.getCOSObject());
        changed(document.getPages().getCOSObject());
    }

    private static void write(PDDocument document, PDPageContentStream.AppendMode mode, String words)
            throws IOException {
        var page = document.getPage(0);
        try (var content = new PDPageContentStream(document, page, mode, true, true)) {
            content.setNonStrokingColor(1f, 1f, 1f);
            content.addRect(80, 300, 420, 120);
            content.fill();
            content.setNonStrokingColor(0f, 0f, 0f);
            content.beginText();
            content.setFont(new PDType1Font(FontName.HELVETICA), 14);
            content.newLineAtOffset(90, 360);
            content.showText(words);
            content.endText();
        }
        changed(page.getCOSObject());
    }

    private static void picture(PDDocument document) throws IOException {
        var image = new java.awt.image.BufferedImage(420, 120, java.awt.image.BufferedImage.TYPE_INT_RGB);
        draw(document, image);
    }

    private void qrCode(PDDocument document) throws IOException {
        try (var source = Loader.loadPDF(other)) {
            draw(document, new PDFRenderer(source).renderImageWithDPI(0, 72).getSubimage(85, 500, 120, 120));
        }
    }

    private static void draw(PDDocument document, java.awt.image.BufferedImage image) throws IOException {
        var page = document.getPage(0);
        var picture = LosslessFactory.createFromImage(document, image);
        try (var content = new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true, true)) {
            content.drawImage(picture, 85, 300);
        }
        changed(page.getCOSObject());
    }

    private static void annotate(PDDocument document, String kind, int flags) throws IOException {
        var page = document.getPage(0);
        var note = new COSDictionary();
        note.setItem(COSName.TYPE, COSName.ANNOT);
        if (!kind.isEmpty()) {
            note.setName(COSName.SUBTYPE, kind);
        }
        note.setItem(COSName.RECT, RESULT.getCOSArray());
        note.setItem(COSName.getPDFName("QuadPoints"), RESULT.getCOSArray());
        note.setString(COSName.CONTENTS, "Không có án tích");
        note.setInt(COSName.F, flags);
        note.setItem(COSName.AP, appearance(document));
        note.setNeedToBeUpdated(true);
        var annotations = page.getCOSObject().getCOSArray(COSName.ANNOTS);
        if (annotations == null) {
            annotations = new COSArray();
            page.getCOSObject().setItem(COSName.ANNOTS, annotations);
        }
        annotations.add(note);
        annotations.setNeedToBeUpdated(true);
        changed(page.getCOSObject());
    }

    private static COSDictionary appearance(PDDocument document) throws IOException {
        var look = new PDAppearanceStream(document);
        look.setBBox(new PDRectangle(RESULT.getWidth(), RESULT.getHeight()));
        look.setResources(new PDResources());
        try (var content = new PDPageContentStream(document, look)) {
            content.setNonStrokingColor(1f, 1f, 1f);
            content.addRect(0, 0, RESULT.getWidth(), RESULT.getHeight());
            content.fill();
            content.setNonStrokingColor(0f, 0f, 0f);
            content.beginText();
            content.setFont(new PDType1Font(FontName.TIMES_ROMAN), 14);
            content.newLineAtOffset(20, 50);
            content.showText("No criminal record");
            content.endText();
        }
        var appearance = new COSDictionary();
        appearance.setItem(COSName.N, look.getCOSObject());
        return appearance;
    }

    private static COSDictionary action(String kind) {
        var action = new COSDictionary();
        action.setName(COSName.TYPE, "Action");
        action.setName(COSName.S, kind);
        action.setString(COSName.JS, "app.alert('VALID')");
        action.setString(COSName.URI, "https://example.vn/");
        var destination = new COSArray();
        destination.add(COSInteger.ZERO);
        destination.add(COSName.getPDFName("Fit"));
        action.setItem(COSName.D, destination);
        return action;
    }

    private static COSStream stream(PDDocument document, String text) throws IOException {
        var stream = document.getDocument().createCOSStream();
        try (var out = stream.createOutputStream()) {
            out.write(Forgeries.text(text));
        }
        return stream;
    }

    private static void changed(COSBase object) {
        if (object instanceof COSDictionary dictionary) {
            dictionary.setNeedToBeUpdated(true);
        }
    }
}
