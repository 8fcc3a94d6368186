package hoso.judicialcert.certificate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;

/// Pages of A4 being written from the top down, with the margins of Decree 30/2020: 20 mm above, below and right, 30 mm
/// left. Measures are points.
final class Sheet implements AutoCloseable {
    static final float LEFT = 85;
    static final float RIGHT = PDRectangle.A4.getWidth() - 57;
    private static final float TOP = PDRectangle.A4.getHeight() - 57;
    private static final float BOTTOM = 57;
    private static final float LINE = 1.25f;

    private final PDDocument document;
    private PDPageContentStream page;
    private float y = TOP;

    Sheet(PDDocument document) throws IOException {
        this.document = document;
        this.page = begin();
    }

    /// A line in a font.
    record Ink(PDFont font, float size) {}

    float y() {
        return y;
    }

    void moveTo(float height) {
        y = height;
    }

    void down(float points) {
        y -= points;
    }

    /// Makes room; what does not fit goes on the next page.
    void need(float points) throws IOException {
        if (y - points < BOTTOM) {
            page.close();
            page = begin();
            y = TOP;
        }
    }

    /// Text from the left margin on, in as many lines as it takes.
    void paragraph(Ink ink, String text, float indent) throws IOException {
        for (var line : lines(ink, text, RIGHT - LEFT - indent)) {
            need(ink.size() * LINE);
            y -= ink.size() * LINE;
            write(ink, line, LEFT + indent);
        }
    }

    /// Text around the middle of a column.
    void centered(Ink ink, String text, float from, float to) throws IOException {
        for (var line : lines(ink, text, to - from)) {
            y -= ink.size() * LINE;
            write(ink, line, from + (to - from - width(ink, line)) / 2);
        }
    }

    /// A line above the text of a page that is written already.
    static void head(PDDocument document, int page, Ink ink, String text) throws IOException {
        try (var stream = new PDPageContentStream(
                document, document.getPage(page), PDPageContentStream.AppendMode.APPEND, false, true)) {
            write(stream, ink, text, (PDRectangle.A4.getWidth() - width(ink, text)) / 2, TOP + 20);
        }
    }

    /// A thin line.
    void rule(float from, float to) throws IOException {
        y -= 5;
        page.setLineWidth(0.7f);
        page.moveTo(from, y);
        page.lineTo(to, y);
        page.stroke();
    }

    /// Squares of a matrix, as one filled path.
    void squares(boolean[][] dark, float x, float top, float side) throws IOException {
        for (var row = 0; row < dark.length; row++) {
            for (var column = 0; column < dark[row].length; column++) {
                if (dark[row][column]) {
                    page.addRect(x + column * side, top - (row + 1) * side, side, side);
                }
            }
        }
        page.fill();
    }

    private void write(Ink ink, String line, float x) throws IOException {
        write(page, ink, line, x, y);
    }

    private static void write(PDPageContentStream page, Ink ink, String line, float x, float y) throws IOException {
        page.beginText();
        page.setFont(ink.font(), ink.size());
        page.newLineAtOffset(x, y);
        page.showText(line);
        page.endText();
    }

    private static List<String> lines(Ink ink, String text, float width) throws IOException {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : words(ink, text, width)) {
            var longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(ink, longer) > width) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(word);
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    /// Words; one that is wider than the column is cut.
    private static List<String> words(Ink ink, String text, float width) throws IOException {
        var words = new ArrayList<String>();
        for (var word : text.split(" ", -1)) {
            var rest = word;
            while (width(ink, rest) > width) {
                var fits = rest.length() - 1;
                while (fits > 1 && width(ink, rest.substring(0, fits)) > width) {
                    fits--;
                }
                words.add(rest.substring(0, fits));
                rest = rest.substring(fits);
            }
            words.add(rest);
        }
        return words;
    }

    static float width(Ink ink, String text) throws IOException {
        return ink.font().getStringWidth(text) / 1000 * ink.size();
    }

    private PDPageContentStream begin() throws IOException {
        var next = new PDPage(PDRectangle.A4);
        document.addPage(next);
        return new PDPageContentStream(document, next);
    }

    @Override
    public void close() throws IOException {
        page.close();
    }
}
