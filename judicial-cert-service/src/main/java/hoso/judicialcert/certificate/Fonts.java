package hoso.judicialcert.certificate;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// Liberation Serif, which has the measures of the Times New Roman that Decree 30/2020 asks for, and its
/// licence. Parsed once; each document embeds the letters it uses.
final class Fonts {
    private final TrueTypeFont regular = parse("LiberationSerif-Regular.ttf");
    private final TrueTypeFont bold = parse("LiberationSerif-Bold.ttf");
    private final TrueTypeFont italic = parse("LiberationSerif-Italic.ttf");

    /// The fonts of one document.
    record Set(PDFont regular, PDFont bold, PDFont italic) {}

    Set in(PDDocument document) throws IOException {
        return new Set(
                PDType0Font.load(document, regular, true),
                PDType0Font.load(document, bold, true),
                PDType0Font.load(document, italic, true));
    }

    private static TrueTypeFont parse(String file) {
        try (var source = Fonts.class.getResourceAsStream("/fonts/" + file)) {
            if (source == null) {
                throw new IOException("no font " + file);
            }
            return new TTFParser().parse(new RandomAccessReadBuffer(source.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
