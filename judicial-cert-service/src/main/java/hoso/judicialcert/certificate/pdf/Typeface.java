package hoso.judicialcert.certificate.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/// One face of Liberation Serif. It is parsed once, and a set of letters that was embedded before is embedded again as
/// it is: most certificates differ in a name only.
final class Typeface {
    private static final int CACHED = 256;

    /// Basic multilingual plane; the font has nothing beyond it.
    private static final int CODES = 0x10000;

    private final String name;
    private final String flags;
    private final short[] glyphs = new short[CODES];
    private final char[] letters;
    private final int[] advances;
    private final int unitsPerEm;
    private final FontProgram program;
    private final String metrics;
    private final Map<BitSet, Embedded> embedded = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<BitSet, Embedded> eldest) {
            return size() > CACHED;
        }
    };

    /// What a document embeds of a face: the font program, the widths of its letters, and what they mean.
    ///
    /// @param name with the tag that tells subsets apart
    /// @param program TrueType, deflated
    /// @param length of the program before it was deflated
    /// @param meaning ToUnicode CMap, deflated
    record Embedded(String name, byte[] program, int length, String widths, byte[] meaning, String descriptor) {}

    Typeface(String file, boolean isItalic) {
        try (var source = Typeface.class.getResourceAsStream("/fonts/" + file)) {
            if (source == null) {
                throw new IOException("no font " + file);
            }
            var font = new TTFParser().parse(new RandomAccessReadBuffer(source.readAllBytes()));
            this.name = font.getName();
            this.unitsPerEm = font.getUnitsPerEm();
            this.advances = new int[font.getNumberOfGlyphs()];
            this.letters = new char[advances.length];
            for (var glyph = 0; glyph < advances.length; glyph++) {
                advances[glyph] = font.getAdvanceWidth(glyph);
            }
            var map = font.getUnicodeCmapLookup();
            for (var code = CODES - 1; code >= 0; code--) {
                var glyph = map.getGlyphId(code);
                glyphs[code] = (short) glyph;
                letters[glyph] = (char) code;
            }
            this.program = new FontProgram(font, advances);
            this.flags = isItalic ? "/Flags 68/ItalicAngle -12" : "/Flags 4/ItalicAngle 0";
            this.metrics = metrics(font);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String metrics(TrueTypeFont font) throws IOException {
        var header = font.getHeader();
        var os2 = font.getOS2Windows();
        return "/FontBBox[" + scaled(header.getXMin()) + " " + scaled(header.getYMin()) + " " + scaled(header.getXMax())
                + " "
                + scaled(header.getYMax()) + "]/Ascent "
                + scaled(font.getHorizontalHeader().getAscender()) + "/Descent "
                + scaled(font.getHorizontalHeader().getDescender()) + "/CapHeight " + scaled(os2.getCapHeight())
                + "/StemV " + (os2.getWeightClass() > 500 ? 140 : 80);
    }

    /// The number of a letter's glyph. A name that cannot be written must not be written otherwise.
    int glyph(char letter) {
        var glyph = glyphs[letter] & 0xFFFF;
        if (glyph == 0) {
            throw new IllegalArgumentException(String.format("the font has no letter U+%04X", (int) letter));
        }
        return glyph;
    }

    /// Width in thousandths of the font's size.
    float width(String text) {
        var units = 0;
        for (var i = 0; i < text.length(); i++) {
            units += advances[glyph(text.charAt(i))];
        }
        return units * 1000f / unitsPerEm;
    }

    /// What a document needs that uses these glyphs.
    Embedded embed(BitSet used) {
        synchronized (embedded) {
            var known = embedded.get(used);
            if (known == null) {
                known = subset(used);
                embedded.put((BitSet) used.clone(), known);
            }
            return known;
        }
    }

    private Embedded subset(BitSet used) {
        var tag = new StringBuilder();
        for (int i = 0, rest = used.hashCode() & 0x7FFFFFFF; i < 6; i++, rest /= 26) {
            tag.append((char) ('A' + rest % 26));
        }
        var written = program.with(used);
        return new Embedded(
                tag + "+" + name,
                Deflated.well(written),
                written.length,
                widths(used),
                Deflated.well(meaning(used).getBytes(StandardCharsets.US_ASCII)),
                flags + metrics);
    }

    private String widths(BitSet used) {
        var widths = new StringBuilder();
        for (var glyph = used.nextSetBit(0); glyph >= 0; glyph = used.nextSetBit(glyph + 1)) {
            widths.append(glyph).append('[').append(scaled(advances[glyph])).append(']');
        }
        return widths.toString();
    }

    private String meaning(BitSet used) {
        var lines = new StringBuilder();
        for (var glyph = used.nextSetBit(0); glyph >= 0; ) {
            var block = new StringBuilder();
            var count = 0;
            for (; glyph >= 0 && count < 100; count++, glyph = used.nextSetBit(glyph + 1)) {
                block.append(String.format("<%04X><%04X>\n", glyph, (int) letters[glyph]));
            }
            lines.append(count).append(" beginbfchar\n").append(block).append("endbfchar\n");
        }
        return "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                + "/CIDSystemInfo <</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def\n"
                + "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                + "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n" + lines
                + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend";
    }

    private int scaled(int units) {
        return Math.round(units * 1000f / unitsPerEm);
    }
}
