package hoso.judicialcert.certificate.pdf;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.IntFunction;

/// The bytes of a PDF being written, object by object, in one revision (ISO 32000-1 7.5).
final class PdfFile {
    /// The second line tells programs that move files that this one is not text.
    private static final byte[] HEAD = {
        '%', 'P', 'D', 'F', '-', '1', '.', '7', '\n', '%', (byte) 0xE2, (byte) 0xE3, (byte) 0xCF, (byte) 0xD3, '\n'
    };

    private byte[] bytes = new byte[1 << 16];
    private int[] offsets = new int[64];
    private int size;
    private int objects;

    PdfFile() {
        raw(HEAD, HEAD.length);
    }

    /// A number for an object that is written later.
    int reserve() {
        objects++;
        if (objects >= offsets.length) {
            offsets = Arrays.copyOf(offsets, 2 * offsets.length);
        }
        return objects;
    }

    /// Writes an object under its number.
    void object(int number, String content) {
        begin(number);
        text(content);
        text("\nendobj\n");
    }

    /// Writes an object that must know at which byte it begins.
    void object(int number, IntFunction<String> content) {
        begin(number);
        text(content.apply(size));
        text("\nendobj\n");
    }

    int object(String content) {
        var number = reserve();
        object(number, content);
        return number;
    }

    /// Writes a stream.
    ///
    /// @param dictionary entries beside its length
    int stream(String dictionary, byte[] content) {
        var number = reserve();
        begin(number);
        text("<<" + dictionary + "/Length " + content.length + ">>stream\n");
        raw(content, content.length);
        text("\nendstream\nendobj\n");
        return number;
    }

    private void begin(int number) {
        offsets[number] = size;
        text(number + " 0 obj\n");
    }

    private void text(String text) {
        raw(text.getBytes(StandardCharsets.ISO_8859_1), text.length());
    }

    private void raw(byte[] more, int length) {
        if (size + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + length));
        }
        System.arraycopy(more, 0, bytes, size, length);
        size += length;
    }

    /// Ends the file.
    ///
    /// @param id sixteen bytes that name the document
    byte[] end(int root, int information, byte[] id) {
        var start = size;
        var table = new StringBuilder("xref\n0 " + (objects + 1) + "\n0000000000 65535 f \n");
        for (var number = 1; number <= objects; number++) {
            var offset = Integer.toString(offsets[number]);
            table.append("0000000000", 0, 10 - offset.length()).append(offset).append(" 00000 n \n");
        }
        var name = HexFormat.of().formatHex(id);
        text(table.append("trailer\n<</Size ")
                .append(objects + 1)
                .append("/Root ")
                .append(root)
                .append(" 0 R/Info ")
                .append(information)
                .append(" 0 R/ID[<")
                .append(name)
                .append("><")
                .append(name)
                .append(">]>>\nstartxref\n")
                .append(start)
                .append("\n%%EOF\n")
                .toString());
        return Arrays.copyOf(bytes, size);
    }

    /// A text as PDF writes it: UTF-16 in hexadecimal.
    static String string(String text) {
        return "<FEFF" + HexFormat.of().withUpperCase().formatHex(text.getBytes(StandardCharsets.UTF_16BE)) + ">";
    }
}
