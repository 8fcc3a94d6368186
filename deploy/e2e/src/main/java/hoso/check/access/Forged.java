package hoso.check.access;

import com.fasterxml.jackson.databind.node.ObjectNode;
import hoso.e2e.Http;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A token taken apart, bent, and put together again with or without a signature.
final class Forged {
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
    private final ObjectNode header;
    private final ObjectNode claims;
    private final String signature;

    private Forged(ObjectNode header, ObjectNode claims, String signature) {
        this.header = header;
        this.claims = claims;
        this.signature = signature;
    }

    static Forged of(String token) {
        var parts = token.split("\\.", -1);
        return new Forged(decoded(parts[0]), decoded(parts[1]), parts[2]);
    }

    /// The token of a citizen who makes an officer of themselves.
    static String tampered(String token) {
        return of(token)
                .claims(claims -> claims.putObject("realm_access")
                        .putArray("roles")
                        .add("judicial-officer")
                        .add("service"))
                .asSigned();
    }

    Forged header(Consumer<ObjectNode> change) {
        var copy = header.deepCopy();
        change.accept(copy);
        return new Forged(copy, claims, signature);
    }

    Forged claims(Consumer<ObjectNode> change) {
        var copy = claims.deepCopy();
        change.accept(copy);
        return new Forged(header, copy, signature);
    }

    ObjectNode header() {
        return header;
    }

    ObjectNode claims() {
        return claims;
    }

    String signature() {
        return signature;
    }

    /// With the signature that it came with.
    String asSigned() {
        return signing() + "." + signature;
    }

    String unsigned() {
        return signing() + ".";
    }

    /// Signed with a key of the forger's own.
    String signed(KeyPair key, String algorithm) {
        return signing() + "." + URL.encodeToString(sign(key.getPrivate(), algorithm, signing()));
    }

    /// Signed by a secret, as if what is public were one.
    String keyed(byte[] secret, int bits) {
        var forged = header(header -> header.put("alg", "HS" + bits));
        try {
            var mac = Mac.getInstance("HmacSHA" + bits);
            mac.init(new SecretKeySpec(secret.length == 0 ? new byte[1] : secret, "HmacSHA" + bits));
            return forged.signing() + "."
                    + URL.encodeToString(mac.doFinal(forged.signing().getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String signing() {
        return encoded(header.toString()) + "." + encoded(claims.toString());
    }

    static String encoded(String text) {
        return URL.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] sign(PrivateKey key, String algorithm, String text) {
        try {
            var signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static KeyPair keys(String algorithm, int size) {
        try {
            var generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(size);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode decoded(String part) {
        try {
            return (ObjectNode) Http.JSON.readTree(Base64.getUrlDecoder().decode(part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
