package hoso.judicialcert.certificate.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import org.apache.fontbox.ttf.TrueTypeFont;

/// Writes TrueType programs of a face that hold the outlines of some letters only.
final class FontProgram {
    private static final int HAS_INSTRUCTIONS = 0x100;
    private static final int MORE_COMPONENTS = 0x20;
    private static final int WORDS = 0x1;
    private static final int SCALE = 0x8;
    private static final int SCALE_XY = 0x40;
    private static final int SCALE_2X2 = 0x80;

    private final int[] advances;
    private final byte[] outlines;
    private final long[] offsets;
    private final byte[] head;
    private final byte[] hhea;
    private final byte[] maxp;

    /// @param advances the widths of all glyphs, in units of the face
    FontProgram(TrueTypeFont font, int[] advances) throws IOException {
        this.advances = advances;
        this.outlines = font.getTableBytes(font.getTableMap().get("glyf"));
        this.offsets = font.getIndexToLocation().getOffsets();
        this.head = font.getTableBytes(font.getTableMap().get("head"));
        this.hhea = font.getTableBytes(font.getTableMap().get("hhea"));
        this.maxp = font.getTableBytes(font.getTableMap().get("maxp"));
    }

    /// A TrueType program with the outlines that are used, at their old numbers, and without hints for screens of the
    /// last century.
    byte[] with(BitSet used) {
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
}
