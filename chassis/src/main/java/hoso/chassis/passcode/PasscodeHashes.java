package hoso.chassis.passcode;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// Passcodes as they are kept: Argon2id (RFC 9106) over an HMAC of the passcode, so that a guess costs memory and time
/// and is of no use without the key outside the database. What is kept says how it was made (PHC string format), so
/// that the parameters can be raised and older hashes still be checked.
@Singleton
public class PasscodeHashes {
    /// The second choice of OWASP's list, 19 MiB and two passes: below a tenth of a second of a processor, with the
    /// first compiler alone.
    private static final Cost COST = new Cost(19_456, 2, 1);

    private static final int BYTES = 32;
    private static final Pattern PHC = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(?<memory>[0-9]{1,7}),t=(?<passes>[0-9]{1,3}),p=(?<lanes>[0-9]{1,2})\\$(?<salt>[A-Za-z0-9+/]+)\\$(?<hash>[A-Za-z0-9+/]+)");

    /// What was kept before: PBKDF2 with HMAC-SHA-256, the bare 32 bytes.
    private static final int OLD_ITERATIONS = 600_000;

    /// @param memory in KiB
    private record Cost(int memory, int passes, int lanes) {}

    /// The passcode of a thing as it is kept.
    ///
    /// @param subject the thing it opens, which salts it
    /// @param mark the HMAC of the passcode
    public byte[] hash(UUID subject, byte[] mark) {
        var salt = ByteBuffer.allocate(16)
                .putLong(subject.getMostSignificantBits())
                .putLong(subject.getLeastSignificantBits())
                .array();
        var base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        COST.memory(),
                        COST.passes(),
                        COST.lanes(),
                        base64.encodeToString(salt),
                        base64.encodeToString(argon2(COST, salt, mark)))
                .getBytes(StandardCharsets.US_ASCII);
    }

    /// Whether this is the passcode that was kept, in whatever way it was.
    public boolean isRight(byte[] kept, UUID subject, byte[] mark) {
        if (isOld(kept)) {
            return MessageDigest.isEqual(kept, pbkdf2(subject, mark));
        }
        var parts = PHC.matcher(new String(kept, StandardCharsets.US_ASCII));
        if (!parts.matches()) {
            throw new IllegalStateException("the passcode of " + subject + " is kept in an unknown way");
        }
        var cost = new Cost(
                Integer.parseInt(parts.group("memory")),
                Integer.parseInt(parts.group("passes")),
                Integer.parseInt(parts.group("lanes")));
        var base64 = Base64.getDecoder();
        var made = argon2(cost, base64.decode(parts.group("salt")), mark);
        return MessageDigest.isEqual(base64.decode(parts.group("hash")), made);
    }

    /// Whether it was kept in a way that is no longer used for new ones.
    public boolean isOutdated(byte[] kept) {
        return isOld(kept)
                || !new String(kept, StandardCharsets.US_ASCII)
                        .startsWith(
                                "$argon2id$v=19$m=%d,t=%d,p=%d$".formatted(COST.memory(), COST.passes(), COST.lanes()));
    }

    private static boolean isOld(byte[] kept) {
        return kept.length == BYTES;
    }

    private static byte[] argon2(Cost cost, byte[] salt, byte[] mark) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memory())
                .withIterations(cost.passes())
                .withParallelism(cost.lanes())
                .withSalt(salt)
                .build());
        var hash = new byte[BYTES];
        generator.generateBytes(mark, hash);
        return hash;
    }

    private static byte[] pbkdf2(UUID subject, byte[] mark) {
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(
                            HexFormat.of().formatHex(mark).toCharArray(),
                            subject.toString().getBytes(StandardCharsets.US_ASCII),
                            OLD_ITERATIONS,
                            BYTES * Byte.SIZE))
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
