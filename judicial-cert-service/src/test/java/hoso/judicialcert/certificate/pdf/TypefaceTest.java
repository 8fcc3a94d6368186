package hoso.judicialcert.certificate.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import hoso.judicialcert.typeface.PrintableText;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Letters stand where the font says, whoever draws them.
@Tag("core")
class TypefaceTest {
    private static final Instant NOW = Instant.parse("2026-11-23T17:30:00Z");
    private static final int DOTS_PER_INCH = 600;
    private static final float DOTS = DOTS_PER_INCH / 72f;

    @TempDir
    Path folder;

    /// A word on the page: where its ink begins and ends by the outlines of the whole font, in points.
    private record Word(String text, float left, float right, float from, float to, float top, float bottom) {}

    @Test
    void everyOutlineOfTheEmbeddedFontsBeginsAtItsBearing() throws IOException {
        try (var document = Loader.loadPDF(Documents.unsigned("Người ký", List.of(), NOW))) {
            for (var name : document.getPage(0).getResources().getFontNames()) {
                var font = embedded(document, name);
                var outlines = 0;
                for (var glyph = 0; glyph < font.getNumberOfGlyphs(); glyph++) {
                    var data = font.getGlyph().getGlyph(glyph);
                    if (data != null && data.getBoundingBox().getWidth() > 0) {
                        outlines++;
                        assertThat(font.getHorizontalMetrics().getLeftSideBearing(glyph))
                                .as(font.getName() + " " + glyph)
                                .isEqualTo((int) data.getXMinimum());
                    }
                }
                assertThat(outlines).isGreaterThan(20);
            }
        }
    }

    @Test
    void pdfBoxDrawsEveryWordWhereTheFontSays() throws IOException {
        try (var document = Loader.loadPDF(Documents.unsigned("Người ký", List.of(), NOW))) {
            var page = new PDFRenderer(document).renderImageWithDPI(0, DOTS_PER_INCH, ImageType.GRAY);

            assertStandsRight(page, words(document));
        }
    }

    @Test
    void popplerDrawsEveryWordWhereTheFontSays() throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/pdftoppm")), "poppler is not installed (apt: poppler-utils)");
        var file = Files.write(folder.resolve("a.pdf"), Documents.unsigned("Người ký", List.of(), NOW));
        var drawing = new ProcessBuilder(
                        "/usr/bin/pdftoppm",
                        "-r",
                        String.valueOf(DOTS_PER_INCH),
                        "-gray",
                        "-png",
                        "-f",
                        "1",
                        "-l",
                        "1",
                        "-singlefile",
                        file.toString(),
                        folder.resolve("a").toString())
                .inheritIO()
                .start();
        assertThat(drawing.waitFor()).isZero();

        try (var document = Loader.loadPDF(file.toFile())) {
            assertStandsRight(ImageIO.read(folder.resolve("a.png").toFile()), words(document));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void whatIsTakenAtTheDoorCanBeWritten(int face) {
        var typeface = new Typeface(PrintableText.FACES.get(face), face == 2);

        for (var one = 0; one < 0x20000; one++) {
            var text = Character.toString(one);
            if (PrintableText.unprintable(text).isEmpty()) {
                assertThatCode(() -> typeface.width(PrintableText.mapped(text)))
                        .as("U+%04X", one)
                        .doesNotThrowAnyException();
            }
        }
    }

    private static TrueTypeFont embedded(PDDocument document, COSName name) throws IOException {
        var font = (PDType0Font) document.getPage(0).getResources().getFont(name);
        var program =
                font.getDescendantFont().getFontDescriptor().getFontFile2().toByteArray();
        return new TTFParser(true).parse(new RandomAccessReadBuffer(program));
    }

    private static void assertStandsRight(BufferedImage page, List<Word> words) {
        var wrong = new ArrayList<String>();
        for (var word : words) {
            var first = Integer.MAX_VALUE;
            var last = Integer.MIN_VALUE;
            for (var x = Math.round(word.from() * DOTS) - 8; x <= Math.round(word.to() * DOTS) + 8; x++) {
                for (var y = Math.round(word.top() * DOTS); y <= Math.round(word.bottom() * DOTS); y++) {
                    if ((page.getRGB(x, y) & 0xFF) < 230) {
                        first = Math.min(first, x);
                        last = Math.max(last, x);
                    }
                }
            }
            var left = first - word.left() * DOTS;
            var right = last + 1 - word.right() * DOTS;
            if (Math.abs(left) > 2.5 || Math.abs(right) > 4) {
                wrong.add("%s: %.1f %.1f".formatted(word.text(), left, right));
            }
        }
        assertThat(words).hasSizeGreaterThan(60);
        assertThat(wrong).isEmpty();
    }

    private static List<Word> words(PDDocument document) throws IOException {
        var words = new ArrayList<Word>();
        var fonts = new HashMap<String, TrueTypeFont>();
        var stripper = new PDFTextStripper() {
            @Override
            protected void writeString(String text, List<TextPosition> letters) throws IOException {
                var word = new ArrayList<TextPosition>();
                for (var letter : letters) {
                    if (letter.getUnicode().isBlank()) {
                        add(word);
                    } else {
                        word.add(letter);
                    }
                }
                add(word);
            }

            private void add(List<TextPosition> letters) throws IOException {
                // A slanted letter leans into the word beside it.
                if (!letters.isEmpty()
                        && !letters.getFirst().getFont().getName().contains("Italic")) {
                    words.add(word(letters, fonts));
                }
                letters.clear();
            }
        };
        stripper.setEndPage(1);
        stripper.getText(document);
        return words;
    }

    private static Word word(List<TextPosition> letters, Map<String, TrueTypeFont> fonts) throws IOException {
        var first = letters.getFirst();
        var last = letters.getLast();
        var text = new StringBuilder();
        letters.forEach(letter -> text.append(letter.getUnicode()));
        var size = first.getFontSizeInPt();
        return new Word(
                text.toString(),
                first.getXDirAdj() + edge(first, fonts, true) * size,
                last.getXDirAdj() + edge(last, fonts, false) * size,
                first.getXDirAdj(),
                last.getXDirAdj() + last.getWidthDirAdj(),
                first.getYDirAdj() - 0.95f * size,
                first.getYDirAdj() + 0.15f * size);
    }

    /// Where the outline of a letter begins or ends in the whole font, in parts of its size.
    private static float edge(TextPosition letter, Map<String, TrueTypeFont> fonts, boolean isLeft) throws IOException {
        var name = letter.getFont().getName().replaceFirst("^[A-Z]{6}\\+", "");
        var font = fonts.get(name);
        if (font == null) {
            var file = PrintableText.FACES.stream()
                    .filter(face ->
                            name.equals("LiberationSerif") ? face.contains("Regular") : face.equals(name + ".ttf"))
                    .findFirst()
                    .orElseThrow();
            try (var source = TypefaceTest.class.getResourceAsStream("/fonts/" + file)) {
                font = new TTFParser().parse(new RandomAccessReadBuffer(source.readAllBytes()));
            }
            fonts.put(name, font);
        }
        var glyph = font.getGlyph().getGlyph(letter.getCharacterCodes()[0]);
        var edge = isLeft ? glyph.getXMinimum() : glyph.getXMaximum();
        return edge / (float) font.getUnitsPerEm();
    }
}
