package hoso.judicialcert.certificate.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/// One face of Liberation Serif. It is parsed once, and a set of letters that was embedded before is embedded again as
/// it is: most certificates differ in a name only.
final class Typeface {
    private static final int CACHED = 256;

    /// Basic multilingual plane; the font has nothing beyond it.
    private static final int CODES = 0x10000;

    private static final int HAS_INSTRUCTIONS = 0x100;
    private static final int MORE_COMPONENTS = 0x20;
    private static final int WORDS = 0x1;
    private static final int SCALE = 0x8;
    private static final int SCALE_XY = 0x40;
    private static final int SCALE_2X2 = 0x80;

    private final String name;
    private final String flags;
    private final short[] glyphs = new short[CODES];
    private final char[] letters;
    private final int[] advances;
    private final int unitsPerEm;
    private final byte[] outlines;
    private final long[] offsets;
    private final byte[] head;
    private final byte[] hhea;
    private final byte[] maxp;
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
            this.outlines = font.getTableBytes(font.getTableMap().get("glyf"));
            this.offsets = font.getIndexToLocation().getOffsets();
            this.head = font.getTableBytes(font.getTableMap().get("head"));
            this.hhea = font.getTableBytes(font.getTableMap().get("hhea"));
            this.maxp = font.getTableBytes(font.getTableMap().get("maxp"));
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
        var program = program(used);
        return new Embedded(
                tag + "+" + name,
                Deflated.well(program),
                program.length,
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

    /// A TrueType program with the outlines that are used, at their old numbers, and without hints for screens of the
    /// last century.
    private byte[] program(BitSet used) {
        var all = (BitSet) used.clone();
        all.set(0);
        for (var glyph = all.nextSetBit(0); glyph >= 0; glyph = all.nextSetBit(glyph + 1)) {
            addParts(glyph, all);
        }
        var count = all.length();
        var glyf = new ByteArrayOutputStream();
        var loca = ByteBuffer.allocate(4 * (count + 1));
        var hmtx = ByteBuffer.allocate(4 * count);
        for (var glyph = 0; glyph < count; glyph++) {
            loca.putInt(glyf.size());
            if (all.get(glyph)) {
                glyf.writeBytes(plain(glyph));
                while (glyf.size() % 4 != 0) {
                    glyf.write(0);
                }
            }
            hmtx.putShort((short) (all.get(glyph) ? advances[glyph] : 0))
                    .putShort((short) (all.get(glyph) ? leftSideBearing(glyph) : 0));
        }
        loca.putInt(glyf.size());
        var parts = new TreeMap<String, byte[]>();
        parts.put("head", changed(head, 50, 1));
        parts.put("hhea", changed(hhea, 34, count));
        parts.put("maxp", changed(maxp, 4, count));
        parts.put("glyf", glyf.toByteArray());
        parts.put("loca", loca.array());
        parts.put("hmtx", hmtx.array());
        return assembled(parts);
    }

    private static byte[] changed(byte[] table, int at, int value) {
        var changed = table.clone();
        ByteBuffer.wrap(changed).putShort(at, (short) value);
        return changed;
    }

    private static byte[] assembled(Map<String, byte[]> parts) {
        var size = 12 + 16 * parts.size();
        for (var part : parts.values()) {
            size += (part.length + 3) / 4 * 4;
        }
        var file = ByteBuffer.allocate(size);
        var power = Integer.highestOneBit(parts.size());
        file.putInt(0x00010000)
                .putShort((short) parts.size())
                .putShort((short) (power * 16))
                .putShort((short) Integer.numberOfTrailingZeros(power))
                .putShort((short) ((parts.size() - power) * 16));
        var at = 12 + 16 * parts.size();
        for (var part : parts.entrySet()) {
            file.put(part.getKey().getBytes(StandardCharsets.US_ASCII))
                    .putInt(sum(part.getValue()))
                    .putInt(at)
                    .putInt(part.getValue().length);
            file.put(at, part.getValue());
            at += (part.getValue().length + 3) / 4 * 4;
        }
        return file.array();
    }

    private static int sum(byte[] table) {
        var sum = 0;
        for (var i = 0; i < table.length; i++) {
            sum += (table[i] & 0xFF) << (24 - i % 4 * 8);
        }
        return sum;
    }

    /// An accented letter is made of a letter and its accent.
    private void addParts(int glyph, BitSet all) {
        var data = outline(glyph);
        if (data.remaining() < 10 || data.getShort(data.position()) >= 0) {
            return;
        }
        var at = data.position() + 10;
        int marks;
        do {
            marks = data.getShort(at);
            all.set(data.getShort(at + 2) & 0xFFFF);
            at += 4 + sizeOfComponent(marks);
        } while ((marks & MORE_COMPONENTS) != 0);
    }

    private static int sizeOfComponent(int marks) {
        var offsets = (marks & WORDS) != 0 ? 4 : 2;
        if ((marks & SCALE) != 0) {
            return offsets + 2;
        }
        if ((marks & SCALE_XY) != 0) {
            return offsets + 4;
        }
        return (marks & SCALE_2X2) != 0 ? offsets + 8 : offsets;
    }

    private ByteBuffer outline(int glyph) {
        return ByteBuffer.wrap(outlines, (int) offsets[glyph], (int) (offsets[glyph + 1] - offsets[glyph]));
    }

    /// Where an outline begins. `head` says by bit 1 of its flags that the bearing is just that; whoever draws letters
    /// by the bearing (FreeType) sets each of them apart by the difference.
    private int leftSideBearing(int glyph) {
        var data = outline(glyph);
        return data.remaining() < 10 ? 0 : data.getShort(data.position() + 2);
    }

    /// An outline without its instructions.
    private byte[] plain(int glyph) {
        var data = outline(glyph);
        var start = data.position();
        if (data.remaining() < 10) {
            return new byte[0];
        }
        var contours = data.getShort(start);
        if (contours >= 0) {
            var before = 10 + 2 * contours;
            var instructions = data.getShort(start + before) & 0xFFFF;
            var plain = ByteBuffer.allocate(data.remaining() - instructions);
            plain.put(outlines, start, before).putShort((short) 0);
            plain.put(outlines, start + before + 2 + instructions, plain.remaining());
            return plain.array();
        }
        var at = start + 10;
        var plain = new ByteArrayOutputStream();
        plain.write(outlines, start, 10);
        int marks;
        do {
            marks = data.getShort(at);
            var size = 4 + sizeOfComponent(marks);
            var kept = (short) (marks & ~HAS_INSTRUCTIONS);
            plain.write(kept >> 8);
            plain.write(kept);
            plain.write(outlines, at + 2, size - 2);
            at += size;
        } while ((marks & MORE_COMPONENTS) != 0);
        return plain.toByteArray();
    }

    private int scaled(int units) {
        return Math.round(units * 1000f / unitsPerEm);
    }
}
