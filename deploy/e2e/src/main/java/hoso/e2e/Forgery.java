package hoso.e2e;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationRubberStamp;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;

/// What people do to a certificate that does not say what they want.
final class Forgery {
    private Forgery() {}

    /// One bit of the document, outside its structure.
    static byte[] oneByteChanged(byte[] pdf) {
        var forged = pdf.clone();
        forged[pdf.length / 2] ^= 1;
        return forged;
    }

    /// A signature program calls this valid: the signed bytes are untouched, and something new lies over the result.
    static byte[] paintedOver(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            var page = document.getPage(0);
            var stamp = new PDAnnotationRubberStamp();
            stamp.setRectangle(new PDRectangle(60, 300, 480, 60));
            stamp.setContents("Không có án tích");
            var look = new PDAppearanceStream(document);
            look.setBBox(new PDRectangle(480, 60));
            look.setResources(new org.apache.pdfbox.pdmodel.PDResources());
            try (var content = new PDPageContentStream(document, look)) {
                content.setNonStrokingColor(1f, 1f, 1f);
                content.addRect(0, 0, 480, 60);
                content.fill();
                content.setNonStrokingColor(0f, 0f, 0f);
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.TIMES_ROMAN), 14);
                content.newLineAtOffset(20, 20);
                content.showText("No criminal record");
                content.endText();
            }
            var appearance = new PDAppearanceDictionary();
            appearance.setNormalAppearance(look);
            stamp.setAppearance(appearance);
            var annotations = page.getAnnotations();
            annotations.add(stamp);
            page.setAnnotations(annotations);
            page.getCOSObject().setNeedToBeUpdated(true);
            document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
            var out = new ByteArrayOutputStream();
            document.saveIncremental(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Something added behind the end, which most readers pass over.
    static byte[] somethingAppended(byte[] pdf) {
        var tail = "\n% nothing to see here\n".getBytes(StandardCharsets.US_ASCII);
        var forged = Arrays.copyOf(pdf, pdf.length + tail.length);
        System.arraycopy(tail, 0, forged, pdf.length, tail.length);
        return forged;
    }

    /// The end cut off, as by a broken download.
    static byte[] truncated(byte[] pdf) {
        return Arrays.copyOf(pdf, pdf.length - 700);
    }

    /// A PDF that has nothing to do with us.
    static byte[] blank() {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
