package hoso.bench.certificate;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/// An identity provider and identity-service in one: tokens signed with a key of this run, and for each citizen the
/// answer of `GET /citizens/me`. Real ones would take processor time from what is measured.
final class Issuer implements AutoCloseable {
    private static final Pattern PERSON = Pattern.compile("\"person_id\":\"([0-9a-f-]{36})\"");
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
    private final HttpServer server;
    private final KeyPair keys;

    Issuer() throws IOException {
        this.keys = keys();
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/realms/hoso/protocol/openid-connect/certs", exchange -> answer(exchange, keySet()));
        server.createContext("/citizens/me", this::citizen);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    String realm() {
        return address() + "/realms/hoso";
    }

    /// The token of a citizen with an account of level 2 and a fresh passcode, good for an hour.
    String citizen(UUID person) {
        var now = Instant.now().getEpochSecond();
        var claims = """
                {"iss":"%s","aud":"hoso-api","sub":"user-%s","azp":"hoso-app","person_id":"%s","account_level":2,"acr":"2",
                "acr_times":{"1":%d,"2":%d},"iat":%d,"exp":%d,"realm_access":{"roles":["citizen"]}}
                """.formatted(realm(), person, person, now, now, now, now + 3_600);
        var text = encoded("{\"alg\":\"RS256\",\"kid\":\"bench\",\"typ\":\"JWT\"}") + "." + encoded(claims);
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + URL.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void citizen(HttpExchange exchange) throws IOException {
        var token = exchange.getRequestHeaders().getFirst("Authorization").substring("Bearer ".length());
        var claims = new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
        var person = PERSON.matcher(claims);
        if (!person.find()) {
            throw new IOException("a token without a person");
        }
        answer(exchange, about(UUID.fromString(person.group(1))));
    }

    /// A made-up person; the number begins with 003 and so belongs to nobody.
    private static String about(UUID person) {
        var number = "003185" + String.format("%06d", Math.floorMod(person.getLeastSignificantBits(), 1_000_000L));
        return """
                {"citizenId":"%s","personalNumber":"%s","fullName":"NGUYỄN THỊ THỬ NGHIỆM %s","birthDate":"1985-03-17",
                "sex":"FEMALE","nationality":"Việt Nam","ethnicity":"Kinh","birthplace":"Hà Nội","permanentAddress":
                {"line":"12 Thử Nghiệm","communeCode":"00004","provinceCode":"01","text":"12 Thử Nghiệm, phường Ba Đình, thành phố Hà Nội"},
                "fatherName":"NGUYỄN VĂN MẪU","motherName":"PHẠM THỊ THỬ","spouseName":null,"accountLevel":2,"digitalCitizen":true}
                """.formatted(person, number, letters(person));
    }

    /// Nobody has the name of another: the register would find them.
    private static String letters(UUID person) {
        var text = new StringBuilder();
        for (var rest = person.getMostSignificantBits() >>> 1; rest > 0; rest /= 26) {
            text.append((char) ('A' + rest % 26));
        }
        return text.toString();
    }

    private String keySet() {
        var key = (RSAPublicKey) keys.getPublic();
        return """
                {"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"bench","n":"%s","e":"%s"}]}
                """.formatted(unsigned(key.getModulus()), unsigned(key.getPublicExponent()));
    }

    private static String unsigned(BigInteger number) {
        var bytes = number.toByteArray();
        return URL.encodeToString(bytes[0] == 0 ? java.util.Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static String encoded(String text) {
        return URL.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        try (exchange) {
            var bytes = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
