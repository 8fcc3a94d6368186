package hoso.chassis.hash;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 (FIPS 180-4), which every Java runtime has.
public final class Sha256 {
    private Sha256() {}

    /// 32 bytes.
    public static byte[] of(byte[] content) {
        return begin().digest(content);
    }

    /// 64 hexadecimal digits in lower case.
    public static String hex(byte[] content) {
        return HexFormat.of().formatHex(of(content));
    }

    /// A digest to be fed piece by piece.
    public static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
