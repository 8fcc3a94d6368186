package hoso.chassis.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// AES-256-GCM (NIST SP 800-38D) bound to a subject: what was sealed for one person does not open for another.
/// Layout: format byte 1, 12 bytes nonce, ciphertext with its 16-byte tag.
final class Sealing {
    private static final byte FORMAT = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Sealing() {}

    static byte[] seal(SecretKeySpec key, UUID subject, byte[] plain) {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, key, subject, nonce).doFinal(plain);
            return ByteBuffer.allocate(1 + NONCE + sealed.length)
                    .put(FORMAT)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot seal", e);
        }
    }

    static byte[] open(SecretKeySpec key, UUID subject, byte[] sealed) {
        if (sealed.length < 1 + NONCE || sealed[0] != FORMAT) {
            throw new IllegalStateException("not sealed by this vault");
        }
        var nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE);
        try {
            return cipher(Cipher.DECRYPT_MODE, key, subject, nonce)
                    .doFinal(sealed, 1 + NONCE, sealed.length - 1 - NONCE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the seal is broken, or the key or the subject is another", e);
        }
    }

    private static Cipher cipher(int mode, SecretKeySpec key, UUID subject, byte[] nonce)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(subject.toString().getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }
}
