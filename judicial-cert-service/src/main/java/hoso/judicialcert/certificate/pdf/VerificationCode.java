package hoso.judicialcert.certificate.pdf;

import java.util.Locale;
import java.util.Optional;

/// The code under the QR code of a certificate: 80 random bits in sixteen characters that are not mistaken for one
/// another when typed off paper (Crockford's base 32), in groups of four.
public record VerificationCode(String value) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int CHARACTERS = 16;
    private static final int BITS = 5;

    /// The code of ten random bytes.
    public static VerificationCode of(byte[] random) {
        if (random.length * Byte.SIZE != CHARACTERS * BITS) {
            throw new IllegalArgumentException("a code is made of ten bytes");
        }
        var code = new StringBuilder();
        var number = new java.math.BigInteger(1, random);
        for (var i = CHARACTERS - 1; i >= 0; i--) {
            var digit = number.shiftRight(i * BITS).intValue() & (ALPHABET.length() - 1);
            code.append(ALPHABET.charAt(digit));
            if (i % 4 == 0 && i > 0) {
                code.append('-');
            }
        }
        return new VerificationCode(code.toString());
    }

    /// The code as somebody typed it: small letters, spaces and missing hyphens do not matter, nor O for 0 or I for 1.
    public static Optional<VerificationCode> read(String typed) {
        var plain = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        if (plain.length() != CHARACTERS || !plain.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)) {
            return Optional.empty();
        }
        return Optional.of(new VerificationCode(String.join(
                "-", plain.substring(0, 4), plain.substring(4, 8), plain.substring(8, 12), plain.substring(12))));
    }

    /// Whoever has the code may ask, so it is not printed.
    @Override
    public String toString() {
        return "VerificationCode[***]";
    }
}
