package hoso.chassis.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;

/// Access tokens as the identity provider makes them, signed with a key of this test run. The service under test
/// verifies signature, issuer, audience and time as it does in production; only the key comes from here.
public final class Tokens {
    private static final String KEY = "hoso.test.signing-key";
    private static final String KEY_ID = "test";
    private static final String ISSUER = "hoso.test.issuer";
    public static final String AUDIENCE = "hoso-api";

    private Tokens() {}

    /// Starts a small identity provider with a key of this run: it publishes the key, and gives a token to whatever
    /// service asks for one in its own name. Key and address are handed on as system properties, because tests and
    /// test resources live in different class loaders.
    static Map<String, String> issuer() throws IOException {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var pair = generator.generateKeyPair();
            System.setProperty(
                    KEY, Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var url = "http://localhost:" + server.getAddress().getPort() + "/realms/hoso";
            System.setProperty(ISSUER, url);
            var keys = keySet((RSAPublicKey) pair.getPublic());
            server.createContext("/realms/hoso/protocol/openid-connect/certs", exchange -> answer(exchange, keys));
            server.createContext("/realms/hoso/protocol/openid-connect/token", exchange -> {
                var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                var client = form.replaceAll("(?s).*client_id=([^&]*).*", "$1");
                answer(exchange, "{\"access_token\":\"" + service(client) + "\",\"expires_in\":300}");
            });
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return Map.of("hoso.oidc.url", url);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String keySet(RSAPublicKey key) {
        var encoder = Base64.getUrlEncoder().withoutPadding();
        return """
                {"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"%s","n":"%s","e":"%s"}]}
                """.formatted(
                        KEY_ID,
                        encoder.encodeToString(unsigned(key.getModulus())),
                        encoder.encodeToString(unsigned(key.getPublicExponent())));
    }

    private static byte[] unsigned(BigInteger number) {
        var bytes = number.toByteArray();
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        try (exchange) {
            var bytes = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    /// A citizen with an account of level 2 who has just entered the passcode.
    public static String citizen(UUID personId) {
        return citizen(personId, 2, 2);
    }

    /// A citizen with an account of this level, authenticated just now to this degree.
    public static String citizen(UUID personId, int level, int acr) {
        return citizen(personId, level, acr, TestClock.now());
    }

    /// A citizen who entered the passcode at this time, and the password just now.
    public static String citizen(UUID personId, int level, int acr, Instant passcodeGivenAt) {
        return sign(proven(person(personId, "citizen"), acr, passcodeGivenAt).claim("account_level", level));
    }

    private static JwtClaimsBuilder proven(JwtClaimsBuilder claims, int acr, Instant passcodeGivenAt) {
        var now = TestClock.now().getEpochSecond();
        var times = acr < 2 ? Map.of("1", now) : Map.of("1", now, "2", passcodeGivenAt.getEpochSecond());
        return claims.claim("acr", Integer.toString(acr))
                .claim("auth_time", now)
                .claim("acr_times", times);
    }

    /// A person who works for an organisation, with a fresh second factor.
    public static String staff(UUID personId, String role, String organisation) {
        return sign(proven(person(personId, role), 2, TestClock.now())
                .claim("org", organisation)
                .claim("account_level", 2));
    }

    /// A machine of an organisation.
    public static String machine(String clientId, String role, String organisation) {
        return sign(claims(clientId, role).claim("azp", clientId).claim("org", organisation));
    }

    /// A machine of our own.
    public static String service(String clientId) {
        return sign(claims(clientId, "service").claim("azp", clientId));
    }

    /// The claims every person's token has: for tests that bend one of them before [#sign].
    public static JwtClaimsBuilder person(UUID personId, String role) {
        return claims("user-" + personId, role).claim("azp", "hoso-app").claim("person_id", personId.toString());
    }

    private static JwtClaimsBuilder claims(String subject, String role) {
        return Jwt.claims()
                .issuer(System.getProperty(ISSUER))
                .audience(AUDIENCE)
                .subject(subject)
                .claim("realm_access", Map.of("roles", Set.of(role)))
                .expiresIn(300);
    }

    /// Signs claims with the key that the service under test trusts.
    public static String sign(JwtClaimsBuilder claims) {
        return claims.jws().keyId(KEY_ID).sign(key());
    }

    private static PrivateKey key() {
        try {
            var bytes = Base64.getDecoder().decode(System.getProperty(KEY));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
