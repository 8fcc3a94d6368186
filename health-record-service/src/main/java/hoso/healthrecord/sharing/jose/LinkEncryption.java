package hoso.healthrecord.sharing.jose;

import org.jose4j.jwe.ContentEncryptionAlgorithmIdentifiers;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwe.KeyManagementAlgorithmIdentifiers;
import org.jose4j.keys.AesKey;
import org.jose4j.lang.JoseException;

/// Files of a SMART Health Link (HL7 SMART Health Cards and Links 1.0.0, "Encrypting and Decrypting Files"): JWE in
/// compact form, `alg` dir, `enc` A256GCM, `zip` DEF, with a fresh nonce each time.
public final class LinkEncryption {
    private LinkEncryption() {}

    /// The file as only the holder of the key can read it.
    ///
    /// @param key 32 bytes
    /// @param mediaType of the content, told in the header `cty`
    public static String encrypt(byte[] key, String mediaType, byte[] content) {
        var jwe = new JsonWebEncryption();
        jwe.setAlgorithmHeaderValue(KeyManagementAlgorithmIdentifiers.DIRECT);
        jwe.setEncryptionMethodHeaderParameter(ContentEncryptionAlgorithmIdentifiers.AES_256_GCM);
        jwe.enableDefaultCompression();
        jwe.setContentTypeHeaderValue(mediaType);
        jwe.setKey(new AesKey(key));
        jwe.setPlaintext(content);
        try {
            return jwe.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("a file cannot be encrypted", e);
        }
    }
}
