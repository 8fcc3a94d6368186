package hoso.judicialcert.typeface;

import hoso.chassis.problem.FieldError;
import hoso.chassis.text.NameFolding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/// Text as a certificate can show it. Whatever comes to stand on one is checked where it comes in, with the glyphs that
/// its fonts have: a certificate that cannot be written helps nobody, and the one who sent the text is the one who can
/// mend it.
public final class PrintableText {
    /// The files of the faces that certificates are written in.
    public static final List<String> FACES =
            List.of("LiberationSerif-Regular.ttf", "LiberationSerif-Bold.ttf", "LiberationSerif-Italic.ttf");

    private static final int CODES = 0x10000;

    /// A line end of other systems, which Java does not count among the spaces.
    private static final int NEXT_LINE = 0x85;

    /// What word processors write for a letter that is on every keyboard, and what says nothing in print.
    private static final Map<Integer, String> EQUALS = Map.ofEntries(
            Map.entry(0x2010, "-"),
            Map.entry(0x2011, "-"),
            Map.entry(0x2012, "-"),
            Map.entry(0x2015, "-"),
            Map.entry(0x2043, "-"),
            Map.entry(0x2212, "-"),
            Map.entry(0x02BC, "'"),
            Map.entry(0x2032, "'"),
            Map.entry(0x201B, "'"),
            Map.entry(0x2033, "\""),
            Map.entry(0x201F, "\""),
            Map.entry(0x2044, "/"),
            Map.entry(0x2215, "/"),
            Map.entry(0x2236, ":"));

    private static final BitSet GLYPHS = glyphs();

    private PrintableText() {}

    /// With an equal letter for each that the fonts lack, where there is one: a hyphen for the one that does not break
    /// lines,
    /// a digit for a full-width one. Marks that control only the direction or the breaking of lines are left out.
    public static String mapped(String text) {
        var composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        if (composed.codePoints().allMatch(one -> isPrintable(one) && !EQUALS.containsKey(one))) {
            return composed;
        }
        var mapped = new StringBuilder(composed.length());
        composed.codePoints().forEach(one -> mapped.append(equal(one)));
        return Normalizer.normalize(mapped, Normalizer.Form.NFC);
    }

    /// The form in which text is stored and printed: mapped, trimmed, with single spaces.
    public static String tidy(String text) {
        return NameFolding.tidy(mapped(text));
    }

    /// The first character that cannot be printed and has no equal, as people are told of it: `U+4E2D "中"`.
    public static Optional<String> unprintable(String text) {
        return tidy(text)
                .codePoints()
                .filter(one -> !isPrintable(one))
                .mapToObj(PrintableText::named)
                .findFirst();
    }

    /// Adds an error that names the character, if there is one that cannot be printed.
    ///
    /// @param pointer where the text stands in what was sent
    public static void check(String text, String pointer, List<FieldError> errors) {
        unprintable(text)
                .ifPresent(one -> errors.add(FieldError.of(pointer, "not-printable", Map.of("character", one))));
    }

    private static String named(int one) {
        var number = String.format("U+%04X", one);
        return switch (Character.getType(one)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> number;
            default -> number + " \"" + Character.toString(one) + "\"";
        };
    }

    private static String equal(int one) {
        if (Character.isWhitespace(one) || Character.isSpaceChar(one) || one == NEXT_LINE) {
            return " ";
        }
        if (Character.getType(one) == Character.FORMAT) {
            return "";
        }
        var known = EQUALS.get(one);
        if (known == null && isPrintable(one)) {
            return Character.toString(one);
        }
        var equal = known == null ? Normalizer.normalize(Character.toString(one), Normalizer.Form.NFKC) : known;
        return equal.codePoints().allMatch(PrintableText::isPrintable) ? equal : Character.toString(one);
    }

    /// Every face has it, and it is written from left to right, a glyph beside the other.
    private static boolean isPrintable(int one) {
        return switch (Character.UnicodeScript.of(one)) {
            case LATIN, GREEK, CYRILLIC, COMMON, INHERITED ->
                GLYPHS.get(one) && Character.getType(one) != Character.FORMAT;
            default -> false;
        };
    }

    private static BitSet glyphs() {
        var all = new BitSet(CODES);
        all.set(' ', CODES);
        for (var face : FACES) {
            all.and(glyphs(face));
        }
        return all;
    }

    private static BitSet glyphs(String face) {
        try (var source = PrintableText.class.getResourceAsStream("/fonts/" + face)) {
            if (source == null) {
                throw new IOException("no font " + face);
            }
            var glyphs = new BitSet(CODES);
            try (var font = new TTFParser().parse(new RandomAccessReadBuffer(source.readAllBytes()))) {
                var map = font.getUnicodeCmapLookup();
                for (var code = 0; code < CODES; code++) {
                    glyphs.set(code, map.getGlyphId(code) != 0);
                }
            }
            return glyphs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
