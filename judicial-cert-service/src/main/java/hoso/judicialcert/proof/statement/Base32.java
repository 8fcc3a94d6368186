package hoso.judicialcert.proof.statement;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/// Bytes in capital letters and digits (RFC 4648 section 6, without padding): what a QR code packs twice as dense as
/// other text.
final class Base32 {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {}

    static String encode(byte[] bytes) {
        var text = new StringBuilder();
        var held = 0;
        var count = 0;
        for (var one : bytes) {
            held = (held << Byte.SIZE) | (one & 0xFF);
            count += Byte.SIZE;
            while (count >= BITS) {
                count -= BITS;
                text.append(ALPHABET.charAt((held >>> count) & 31));
            }
            held &= (1 << count) - 1;
        }
        if (count > 0) {
            text.append(ALPHABET.charAt((held << (BITS - count)) & 31));
        }
        return text.toString();
    }

    /// Empty when it is not written as [#encode] writes: one text for the same bytes.
    static Optional<byte[]> decode(String text) {
        var bytes = new ByteArrayOutputStream();
        var held = 0;
        var count = 0;
        for (var i = 0; i < text.length(); i++) {
            var digit = ALPHABET.indexOf(text.charAt(i));
            if (digit < 0) {
                return Optional.empty();
            }
            held = (held << BITS) | digit;
            count += BITS;
            if (count >= Byte.SIZE) {
                count -= Byte.SIZE;
                bytes.write((held >>> count) & 0xFF);
            }
            held &= (1 << count) - 1;
        }
        return held == 0 && count < BITS ? Optional.of(bytes.toByteArray()) : Optional.empty();
    }
}
