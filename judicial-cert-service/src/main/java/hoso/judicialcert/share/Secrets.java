package hoso.judicialcert.share;

import hoso.chassis.vault.Lookup;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/// The secrets of shares: 256 bits each, made from the id with a key outside the database. No table holds a secret, so
/// none can be read out of one; and an answer that was lost can be given again without having been kept.
@Singleton
class Secrets {
    /// OWASP's figure for PBKDF2 with HMAC-SHA-256; about a quarter of a second.
    private static final int ITERATIONS = 600_000;

    private static final int BITS = 256;
    private final Lookup lookup;

    Secrets(Lookup lookup) {
        this.lookup = lookup;
    }

    String ofShare(ShareId share) {
        return text("share-secret:" + share);
    }

    /// Opens the document once.
    String ofTicket(UUID opening) {
        return text("share-ticket:" + opening);
    }

    /// By what a secret is found.
    byte[] mark(String secret) {
        return lookup.mark("share:" + secret);
    }

    /// A passcode as it is kept. Digits are soon guessed, so each guess is slow, and of no use without the key.
    byte[] passcode(ShareId share, String typed) {
        var marked = HexFormat.of().formatHex(lookup.mark("share-passcode:" + share + ":" + typed));
        var salt = share.toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(marked.toCharArray(), salt, ITERATIONS, BITS))
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What tells two wishes apart without keeping what a passcode is.
    String trace(String value) {
        return HexFormat.of().formatHex(lookup.mark("share-trace:" + value));
    }

    private String text(String of) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(lookup.mark(of));
    }
}
