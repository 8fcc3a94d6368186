package hoso.judicialcert.certificate.pdf;

import hoso.judicialcert.typeface.PrintableText;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Pages of A4 being written from the top down, with the margins of Decree 30/2020: 20 mm above, below and right, 30 mm
/// left. Measures are points. Written are the operators of a page's content themselves, not the objects of a library:
/// a page costs a tenth of a millisecond.
final class Sheet {
    static final float WIDTH = 595.28f;
    static final float HEIGHT = 841.89f;
    static final float LEFT = 85;
    static final float RIGHT = WIDTH - 57;
    private static final float TOP = HEIGHT - 57;
    private static final float BOTTOM = 57;
    private static final float LINE = 1.25f;

    private final List<StringBuilder> pages = new ArrayList<>();
    private final Map<Typeface, BitSet> used = new LinkedHashMap<>();
    private final Map<Typeface, String> names = new HashMap<>();
    private StringBuilder page = begin();
    private float y = TOP;

    /// A line in a font.
    record Ink(Typeface font, float size) {}

    /// What was written, page by page, as PDF's operators; one character is one byte.
    List<StringBuilder> pages() {
        return pages;
    }

    /// The faces, in the order of their names F0, F1, and the glyphs used of each.
    Map<Typeface, BitSet> faces() {
        return used;
    }

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
    void need(float points) {
        if (y - points < BOTTOM) {
            page = begin();
            y = TOP;
        }
    }

    /// Text from the left margin on, in as many lines as it takes.
    void paragraph(Ink ink, String text, float indent) {
        for (var line : lines(ink, text, RIGHT - LEFT - indent)) {
            need(ink.size() * LINE);
            y -= ink.size() * LINE;
            write(ink, line, LEFT + indent);
        }
    }

    /// Text around the middle of a column.
    void centered(Ink ink, String text, float from, float to) {
        for (var line : lines(ink, text, to - from)) {
            y -= ink.size() * LINE;
            write(ink, line, from + (to - from - width(ink, line)) / 2);
        }
    }

    /// A line above the text of a page that is written already.
    void head(int index, Ink ink, String text) {
        var before = page;
        var height = y;
        page = pages.get(index);
        y = TOP + 20;
        write(ink, text, (WIDTH - width(ink, text)) / 2);
        page = before;
        y = height;
    }

    /// A thin line.
    void rule(float from, float to) {
        y -= 5;
        page.append("0.7 w ");
        number(from);
        number(y);
        page.append("m ");
        number(to);
        number(y);
        page.append("l S\n");
    }

    /// Squares of a matrix, as one filled path: neighbours in a row are one rectangle.
    void squares(boolean[][] dark, float x, float top, float side) {
        page.append("q ");
        precise(side);
        page.append("0 0 ");
        precise(side);
        number(x);
        number(top - dark.length * side);
        page.append("cm\n");
        for (var row = 0; row < dark.length; row++) {
            for (var from = 0; from < dark[row].length; from++) {
                var to = from;
                while (to < dark[row].length && dark[row][to]) {
                    to++;
                }
                if (to > from) {
                    page.append(from).append(' ').append(dark.length - row - 1).append(' ');
                    page.append(to - from).append(" 1 re\n");
                    from = to;
                }
            }
        }
        page.append("f Q\n");
    }

    private void write(Ink ink, String line, float x) {
        if (line.isEmpty()) {
            return;
        }
        var glyphs = used.computeIfAbsent(ink.font(), _ -> new BitSet());
        var name = names.computeIfAbsent(ink.font(), _ -> "F" + names.size());
        page.append("BT/").append(name).append(' ');
        number(ink.size());
        page.append("Tf ");
        number(x);
        number(y);
        page.append("Td(");
        for (var i = 0; i < line.length(); i++) {
            var glyph = ink.font().glyph(line.charAt(i));
            glyphs.set(glyph);
            literal(glyph >> 8);
            literal(glyph & 0xFF);
        }
        page.append(")Tj ET\n");
    }

    /// One byte of a string in parentheses (ISO 32000-1 7.3.4.2).
    private void literal(int one) {
        switch (one) {
            case '(', ')', '\\' -> page.append('\\').append((char) one);
            case '\r' -> page.append("\\r");
            case '\n' -> page.append("\\n");
            default -> page.append((char) one);
        }
    }

    /// A number with two decimals.
    private void number(float value) {
        var hundredths = Math.round(value * 100);
        if (hundredths < 0) {
            page.append('-');
            hundredths = -hundredths;
        }
        page.append(hundredths / 100);
        if (hundredths % 100 != 0) {
            page.append('.').append(hundredths / 10 % 10);
            if (hundredths % 10 != 0) {
                page.append(hundredths % 10);
            }
        }
        page.append(' ');
    }

    private void precise(float value) {
        page.append(Math.round(value * 10_000) / 10_000d).append(' ');
    }

    private static List<String> lines(Ink ink, String given, float width) {
        var text = PrintableText.mapped(given);
        var space = width(ink, " ");
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        var length = 0f;
        for (var word : text.split(" ", -1)) {
            var more = width(ink, word);
            if (!line.isEmpty() && length + space + more > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            length = line.isEmpty() ? more : length + space + more;
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    static float width(Ink ink, String text) {
        return ink.font().width(text) / 1000 * ink.size();
    }

    private StringBuilder begin() {
        var next = new StringBuilder(8192);
        pages.add(next);
        return next;
    }
}
