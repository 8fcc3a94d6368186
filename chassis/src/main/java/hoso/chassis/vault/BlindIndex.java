package hoso.chassis.vault;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Finds a person by a number without keeping the number: the mark is an HMAC-SHA-256 with a key outside the database.
/// A plain hash would not do: all twelve-digit numbers can be hashed within the hour.
@Singleton
public class BlindIndex {
    private final SecretKeySpec key;

    BlindIndex(Keys keys) {
        this.key = keys.marking();
    }

    /// The mark of a value: 32 bytes, the same each time, of no use without the key.
    public byte[] of(String value) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
