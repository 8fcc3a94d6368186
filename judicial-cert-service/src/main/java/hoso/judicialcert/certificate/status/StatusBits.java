package hoso.judicialcert.certificate.status;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/// One list (IETF Token Status List): two bits an entry, the first entry in the lowest bits of the first byte. What is
/// not named is valid, and so is what nobody holds: a list has the same length however few certificates stand in it.
///
/// @param entries those that are not valid, by their place in the list
record StatusBits(Map<Integer, Status> entries) {
    static final int BITS = 2;
    private static final int PER_BYTE = Byte.SIZE / BITS;

    /// What is told of an entry, with the values of the standard.
    enum Status {
        VALID(0),
        /// Recalled, for good.
        REVOKED(1),
        /// Free for applications: here, a corrected certificate was issued in its place.
        SUPERSEDED(3);

        private final int value;

        Status(int value) {
            this.value = value;
        }
    }

    StatusBits {
        entries = Map.copyOf(entries);
    }

    byte[] bytes() {
        var bytes = new byte[StatusIndex.ENTRIES / PER_BYTE];
        entries.forEach(
                (entry, status) -> bytes[entry / PER_BYTE] |= (byte) (status.value << (entry % PER_BYTE * BITS)));
        return bytes;
    }

    /// As `lst` has it.
    String compressed() {
        return compressed(bytes());
    }

    /// ZLIB (RFC 1950) at the highest level, then base64url.
    static String compressed(byte[] bytes) {
        var compressed = new ByteArrayOutputStream();
        var deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try (var out = new DeflaterOutputStream(compressed, deflater)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(compressed.toByteArray());
    }
}
