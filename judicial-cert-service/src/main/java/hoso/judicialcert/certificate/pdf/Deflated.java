package hoso.judicialcert.certificate.pdf;

import java.util.Arrays;
import java.util.zip.Deflater;

/// Bytes packed as PDF's FlateDecode unpacks them.
final class Deflated {
    private Deflated() {}

    /// As small as it gets; for what is packed once and used often.
    static byte[] well(byte[] plain) {
        return pack(plain, plain.length, Deflater.BEST_COMPRESSION);
    }

    /// In little time.
    static byte[] quickly(byte[] plain, int length) {
        return pack(plain, length, Deflater.BEST_SPEED);
    }

    private static byte[] pack(byte[] plain, int length, int level) {
        try (var deflater = new Deflater(level)) {
            deflater.setInput(plain, 0, length);
            deflater.finish();
            var packed = new byte[length + 64 + length / 1000];
            var size = 0;
            while (!deflater.finished()) {
                if (size == packed.length) {
                    packed = Arrays.copyOf(packed, 2 * size);
                }
                size += deflater.deflate(packed, size, packed.length - size);
            }
            return Arrays.copyOf(packed, size);
        }
    }
}
