package hoso.check.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hoso.e2e.Http;
import hoso.e2e.RunningSystem;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

/// Tokens that no service may accept: forged in every way that a reader of JWT was ever seen to fall for (RFC 8725),
/// cut, bent and of the wrong kind. By name; the value is what stands after `Bearer `.
final class BadTokens {
    private static final long LATER = 4_102_444_800L;
    private final Map<String, String> all = new LinkedHashMap<>();
    private final Forged good;
    private final String text;
    private final String[] parts;
    private final RSAPublicKey key;

    private BadTokens(RunningSystem system, Cast cast) {
        var tokens = cast.login(Cast.ONE, "hoso-app").tokens(2, Map.of());
        this.text = tokens.path("access_token").asText();
        this.good = Forged.of(text);
        this.parts = text.split("\\.", -1);
        this.key = key(system, good.header().path("kid").asText());
        algorithms();
        publicKeyAsSecret(system);
        otherKeys();
        claims();
        shapes();
        all.put("an ID token", tokens.path("id_token").asText());
        all.put("a refresh token", tokens.path("refresh_token").asText());
        all.put("expired", cast.expired());
    }

    static Map<String, String> all(RunningSystem system, Cast cast) {
        return new BadTokens(system, cast).all;
    }

    private void algorithms() {
        for (var none : new String[] {"none", "None", "NONE", "nOnE", ""}) {
            all.put(
                    "alg '" + none + "', unsigned",
                    good.header(with("alg", none)).unsigned());
        }
        all.put("alg none, signed", good.header(with("alg", "none")).asSigned());
        all.put("no alg", good.header(header -> header.remove("alg")).asSigned());
        all.put("alg null", good.header(header -> header.putNull("alg")).asSigned());
        for (var other : new String[] {"RS384", "RS512", "PS256", "ES256", "EdDSA", "HS256", "rs256", "RSA-OAEP"}) {
            all.put(
                    "alg " + other + " over the old signature",
                    good.header(with("alg", other)).asSigned());
        }
        var zeros = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[64]);
        all.put(
                "ES256 with the signature zero",
                good.header(with("alg", "ES256")).unsigned() + zeros);
    }

    private void publicKeyAsSecret(RunningSystem system) {
        var der = key.getEncoded();
        var pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END PUBLIC KEY-----";
        for (var bits : new int[] {256, 384, 512}) {
            all.put(
                    "HS" + bits + " with the public key in PEM",
                    good.keyed((pem + "\n").getBytes(StandardCharsets.US_ASCII), bits));
        }
        all.put("HS256 with the PEM without its end", good.keyed(pem.getBytes(StandardCharsets.US_ASCII), 256));
        all.put("HS256 with the public key in DER", good.keyed(der, 256));
        all.put("HS256 with the modulus", good.keyed(key.getModulus().toByteArray(), 256));
        all.put("HS256 with nothing", good.keyed(new byte[0], 256));
        all.put("HS256 with the kid", good.keyed(bytes(good.header().path("kid").asText()), 256));
        all.put("HS256 with a service's secret", good.keyed(bytes(system.secret("client.judicial-cert-service")), 256));
    }

    private void otherKeys() {
        var own = Forged.keys("RSA", 2048);
        var jwk = Http.JSON
                .createObjectNode()
                .put("kty", "RSA")
                .put("n", number(((RSAPublicKey) own.getPublic()).getModulus()))
                .put("e", "AQAB");
        var headers = new LinkedHashMap<String, Consumer<ObjectNode>>();
        headers.put("the right kid", header -> {});
        headers.put("an unknown kid", with("kid", "unknown"));
        headers.put("a kid that is a path", with("kid", "../../../../dev/null"));
        headers.put("a kid that is SQL", with("kid", "' or 1=1 --"));
        headers.put("a kid that is an address", with("kid", "http://127.0.0.1:9/keys"));
        headers.put("no kid", header -> header.remove("kid"));
        headers.put("a kid that is null", header -> header.putNull("kid"));
        headers.put("a kid that is a number", header -> header.put("kid", 1));
        headers.put("a kid that is a list", header -> header.putArray("kid").add("a"));
        headers.put("its key in the header", header -> header.set("jwk", jwk));
        headers.put(
                "its key in the header, no kid",
                header -> header.without("kid").withObject("/jwk").setAll(jwk));
        headers.put("jku", with("jku", "http://127.0.0.1:9/keys"));
        headers.put("x5u", with("x5u", "http://127.0.0.1:9/chain"));
        headers.put("x5c", header -> header.putArray("x5c").add("MIIB"));
        headers.put("x5t", with("x5t", "AAAA"));
        headers.put("crit", header -> header.put("b64", false).putArray("crit").add("b64"));
        headers.put("crit unknown", header -> header.putArray("crit").add("x"));
        headers.put("typ of something else", with("typ", "secevent+jwt"));
        headers.put("zip", with("zip", "DEF"));
        headers.forEach((what, change) ->
                all.put("another key, " + what, good.header(change).signed(own, "SHA256withRSA")));
        all.put(
                "another key, ES256",
                good.header(with("alg", "ES256")).signed(Forged.keys("EC", 256), "SHA256withECDSAinP1363Format"));
        all.put("another key, EdDSA", good.header(with("alg", "EdDSA")).signed(Forged.keys("Ed25519", 255), "Ed25519"));
    }

    /// Bent under the old signature.
    private void claims() {
        claim("acr", claims -> claims.put("acr", "2"));
        claim("time of the passcode", claims -> claims.withObject("/acr_times").put("2", LATER));
        claim("account level", claims -> claims.put("account_level", 3));
        claim("person", claims -> claims.put("person_id", "0192f0c4-7d1c-7abc-8def-0123456789ab"));
        claim(
                "roles",
                claims -> claims.withObject("/realm_access").putArray("roles").add("service"));
        claim("organisation", claims -> claims.put("org", "H26"));
        claim("exp", claims -> claims.put("exp", LATER));
        claim("no exp", claims -> claims.remove("exp"));
        claim("nbf", claims -> claims.put("nbf", LATER));
        claim("iat", claims -> claims.put("iat", LATER));
        claim("iss", claims -> claims.put("iss", "http://127.0.0.1:9/realms/hoso"));
        claim("aud", claims -> claims.put("aud", "another-api"));
        claim(
                "aud as a list",
                claims -> claims.putArray("aud").add("another-api").add("hoso-api"));
        claim("no aud", claims -> claims.remove("aud"));
        claim("typ", claims -> claims.put("typ", "ID"));
        claim("azp", claims -> claims.put("azp", "notification-service"));
        claim("a long claim", claims -> claims.put("x", "y".repeat(3_000)));
    }

    private void claim(String what, Consumer<ObjectNode> change) {
        // A claim that changes nothing would leave the token good.
        all.put(
                "changed claim: " + what,
                good.claims(change.andThen(claims -> claims.put("jti", "x"))).asSigned());
    }

    private void shapes() {
        all.put("no signature", good.unsigned());
        all.put("two parts", parts[0] + "." + parts[1]);
        all.put("four parts", text + ".x");
        all.put(
                "five parts, as if encrypted",
                Forged.encoded("{\"alg\":\"RSA-OAEP\",\"enc\":\"A256GCM\"}") + ".a.b.c.d");
        all.put("a shorter signature", text.substring(0, text.length() - 10));
        all.put(
                "another signature",
                parts[0] + "." + parts[1] + "." + (parts[2].charAt(0) == 'A' ? 'B' : 'A') + parts[2].substring(1));
        all.put("the signature twice", text + parts[2]);
        all.put("a header cut in the middle", parts[0].substring(0, 20) + "." + parts[1] + "." + parts[2]);
        all.put("claims cut in the middle", parts[0] + "." + parts[1].substring(0, 40) + "." + parts[2]);
        all.put("a token in a token", Forged.encoded(text) + "." + parts[1] + "." + parts[2]);
        all.put("lists for objects", Forged.encoded("[]") + "." + Forged.encoded("[]") + "." + parts[2]);
        all.put("null for objects", Forged.encoded("null") + "." + Forged.encoded("null") + "." + parts[2]);
        all.put("alg twice", Forged.encoded("{\"alg\":\"RS256\",\"alg\":\"none\"}") + "." + parts[1] + ".");
        all.put("a claim twice", parts[0] + "." + twice() + "." + parts[2]);
        all.put(
                "deep header",
                Forged.encoded("{\"alg\":" + "[".repeat(800) + "]".repeat(800) + "}") + "." + parts[1] + "."
                        + parts[2]);
        for (var dots : new String[] {".", "..", "...", "a..", ".a.", "..a"}) {
            all.put("'" + dots + "'", dots);
        }
        all.put("one word", "abc");
        all.put("a long word", "a".repeat(5_000));
        all.put("a long signature", parts[0] + "." + parts[1] + "." + "A".repeat(4_000));
    }

    private String twice() {
        var claims = good.claims().toString();
        return Forged.encoded(claims.substring(0, claims.length() - 1) + ",\"acr\":\"2\",\"acr\":\"2\"}");
    }

    private static Consumer<ObjectNode> with(String name, String value) {
        return node -> node.put(name, value);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String number(BigInteger number) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(number.toByteArray());
    }

    private static RSAPublicKey key(RunningSystem system, String kid) {
        var keys = Http.get(system.url("oidc") + "/protocol/openid-connect/certs", Map.of())
                .expect(200)
                .json()
                .path("keys");
        var found = StreamSupport.stream(keys.spliterator(), false)
                .filter(one -> one.path("kid").asText().equals(kid))
                .findFirst()
                .orElseThrow();
        try {
            var spec = new RSAPublicKeySpec(unsigned(found.path("n")), unsigned(found.path("e")));
            return (RSAPublicKey)
                    Objects.requireNonNull(KeyFactory.getInstance("RSA").generatePublic(spec));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BigInteger unsigned(JsonNode number) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(number.asText()));
    }
}
