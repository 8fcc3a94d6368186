package hoso.healthrecord.document.packing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;

/// Takes base64 out of a document: text in base64 hides from a compressor what it repeats, and needs a third more. A
/// run is undone only if encoding again gives the same bytes. The result is a chain of pieces, each with its length
/// before it: as it is, then decoded, then as it is, and so on.
final class Base64Runs {
    private static final int SHORTEST = 64;
    private static final boolean[] LETTER = letters();

    private Base64Runs() {}

    static byte[] undo(byte[] plain) {
        var out = new ByteArrayOutputStream(plain.length);
        var kept = 0;
        var at = 0;
        while (at < plain.length) {
            var end = endOfRun(plain, at);
            if (end - at >= SHORTEST) {
                var decoded = decoded(Arrays.copyOfRange(plain, at, end));
                if (decoded.length > 0) {
                    piece(out, plain, kept, at);
                    piece(out, decoded, 0, decoded.length);
                    kept = end;
                }
            }
            at = Math.max(end, at + 1);
        }
        piece(out, plain, kept, plain.length);
        return out.toByteArray();
    }

    static byte[] redo(byte[] pieces) {
        var in = ByteBuffer.wrap(pieces);
        var out = new ByteArrayOutputStream(pieces.length * 4 / 3);
        var isDecoded = false;
        while (in.hasRemaining()) {
            var piece = new byte[in.getInt()];
            in.get(piece);
            out.writeBytes(isDecoded ? Base64.getEncoder().encode(piece) : piece);
            isDecoded = !isDecoded;
        }
        return out.toByteArray();
    }

    private static void piece(ByteArrayOutputStream out, byte[] bytes, int from, int to) {
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(to - from).array());
        out.write(bytes, from, to - from);
    }

    /// Empty when it does not come back the same.
    private static byte[] decoded(byte[] run) {
        try {
            var decoded = Base64.getDecoder().decode(run);
            return Arrays.equals(Base64.getEncoder().encode(decoded), run) ? decoded : new byte[0];
        } catch (IllegalArgumentException _) {
            return new byte[0];
        }
    }

    private static int endOfRun(byte[] plain, int from) {
        var end = from;
        while (end < plain.length && plain[end] >= 0 && LETTER[plain[end]]) {
            end++;
        }
        for (int i = 0; i < 2 && end > from && end < plain.length && plain[end] == '='; i++) {
            end++;
        }
        return end;
    }

    private static boolean[] letters() {
        var letters = new boolean[128];
        for (var letter : "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".toCharArray()) {
            letters[letter] = true;
        }
        return letters;
    }
}
