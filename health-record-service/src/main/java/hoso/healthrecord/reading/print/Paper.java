package hoso.healthrecord.reading.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/// Sheets of A4, written from top to bottom; a line that is too long goes on below, and a full sheet on the next. The
/// letters are those of Liberation Serif, embedded, so that Vietnamese is read and copied on any machine.
final class Paper implements AutoCloseable {
    private static final float MARGIN = 50;
    private static final float SIZE = 10.5F;
    private static final float HEADING = 13;
    private static final float LEADING = 1.35F;

    private final PDDocument document = new PDDocument();
    private final PDFont regular;
    private final PDFont bold;
    private final float width = PDRectangle.A4.getWidth() - 2 * MARGIN;
    private @Nullable PDPageContentStream sheet;
    private float y;

    /// @param title of the document, as readers show it
    /// @param language `vi` or `en`
    Paper(String title, String language, Instant now) throws IOException {
        regular = font("LiberationSerif-Regular.ttf");
        bold = font("LiberationSerif-Bold.ttf");
        document.getDocumentInformation().setTitle(title);
        document.getDocumentInformation().setCreationDate(at(now));
        document.getDocumentCatalog().setLanguage(language);
    }

    private PDFont font(String name) throws IOException {
        try (var in = Paper.class.getResourceAsStream("/fonts/" + name)) {
            return PDType0Font.load(document, in, true);
        }
    }

    private static Calendar at(Instant now) {
        var calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        calendar.setTimeInMillis(now.toEpochMilli());
        return calendar;
    }

    void heading(String text) throws IOException {
        y -= SIZE;
        lines(text, bold, HEADING, 0);
    }

    void strong(String text) throws IOException {
        lines(text, bold, SIZE, 0);
    }

    void line(String text) throws IOException {
        lines(text, regular, SIZE, 12);
    }

    private void lines(String text, PDFont font, float size, float indent) throws IOException {
        for (var paragraph : text.split("\n", -1)) {
            for (var line : wrapped(printable(font, paragraph), font, size, width - indent)) {
                write(line, font, size, indent);
            }
        }
    }

    private void write(String line, PDFont font, float size, float indent) throws IOException {
        var out = sheet;
        if (out == null || y - size * LEADING < MARGIN) {
            out = next();
        }
        y -= size * LEADING;
        out.beginText();
        out.setFont(font, size);
        out.newLineAtOffset(MARGIN + indent, y);
        out.showText(line);
        out.endText();
    }

    private PDPageContentStream next() throws IOException {
        if (sheet != null) {
            sheet.close();
        }
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        var opened = new PDPageContentStream(document, page);
        sheet = opened;
        y = PDRectangle.A4.getHeight() - MARGIN;
        return opened;
    }

    private static List<String> wrapped(String text, PDFont font, float size, float width) throws IOException {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : text.split(" ", -1)) {
            var longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && font.getStringWidth(longer) / 1000 * size > width) {
                lines.add(line.toString());
                line = new StringBuilder(word);
            } else {
                line = new StringBuilder(longer);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    /// A letter that the font does not have is told as `□`, so that nobody takes the rest for the whole.
    private static String printable(PDFont font, String text) {
        var printable = new StringBuilder();
        text.codePoints().forEach(letter -> {
            var one = Character.toString(letter);
            if (Character.isISOControl(letter)) {
                printable.append(' ');
                return;
            }
            try {
                font.encode(one);
                printable.append(one);
            } catch (IOException | IllegalArgumentException _) {
                printable.append('□');
            }
        });
        return printable.toString();
    }

    byte[] bytes() {
        try {
            if (sheet == null) {
                next();
            }
            if (sheet != null) {
                sheet.close();
            }
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
