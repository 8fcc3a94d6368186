package hoso.gateway.limits;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;

/// Tokens as the OIDC provider signs them.
public final class Tokens {

    static final long FAR_OFF = 4_000_000_000L;

    private static final KeyPair PAIR = pair();
    private static final KeyPair FOREIGN = pair();

    private Tokens() {}

    public static String person(String subject) {
        return signed(PAIR, claims(subject).put("person_id", subject));
    }

    public static String forged(String subject) {
        return signed(FOREIGN, claims(subject).put("person_id", subject));
    }

    static JsonObject claims(String subject) {
        return new JsonObject().put("sub", subject).put("exp", FAR_OFF);
    }

    static String signed(JsonObject claims) {
        return signed(PAIR, claims);
    }

    public static String keySet() {
        var key = (RSAPublicKey) PAIR.getPublic();
        return new JsonObject()
                .put(
                        "keys",
                        new JsonArray()
                                .add(new JsonObject().put("kty", "OKP").put("kid", "other"))
                                .add(new JsonObject()
                                        .put("kty", "RSA")
                                        .put("use", "sig")
                                        .put("kid", "one")
                                        .put("n", number(key.getModulus()))
                                        .put("e", number(key.getPublicExponent()))))
                .encode();
    }

    static String unsigned(String header, JsonObject claims) {
        return part(header) + "." + part(claims.encode()) + ".";
    }

    private static String signed(KeyPair pair, JsonObject claims) {
        try {
            var text = part("{\"alg\":\"RS256\",\"kid\":\"one\"}") + "." + part(claims.encode());
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(pair.getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("RSA").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String number(BigInteger value) {
        var bytes = value.toByteArray();
        var from = bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOfRange(bytes, from, bytes.length));
    }
}
