package hoso.check.share;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hoso.e2e.Http;
import hoso.e2e.Login;
import hoso.e2e.RunningSystem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/// The citizen of the demo who makes links, as the app does: the key of each is made here.
final class Owner {
    private static final String PREFIX = "shc:/";
    private static final int FIRST = 45;

    private final RunningSystem system;
    private final String token;
    private final SecureRandom random = new SecureRandom();
    private final List<String> secrets = new ArrayList<>();

    Owner(RunningSystem system, String username) {
        this.system = system;
        this.token = new Login(system, username).token(2);
    }

    /// A link that was made.
    record Link(String id, String shlink) {

        /// The same without the time at which it ends, so that a client does not refuse it by itself.
        Link withoutEnd() throws IOException {
            var payload = (ObjectNode) Http.JSON.readTree(Base64.getUrlDecoder().decode(shlink.substring(8)));
            payload.remove("exp");
            var text = payload.toString().getBytes(StandardCharsets.UTF_8);
            return new Link(
                    id, "shlink:/" + Base64.getUrlEncoder().withoutPadding().encodeToString(text));
        }
    }

    /// An emergency card that was issued.
    record Card(String id, String qr) {

        /// The same with another year of birth, and the signature it had.
        String forged() throws IOException {
            var jws = new StringBuilder();
            for (var at = PREFIX.length(); at < qr.length(); at += 2) {
                jws.append((char) (Integer.parseInt(qr.substring(at, at + 2)) + FIRST));
            }
            var parts = jws.toString().split("\\.", -1);
            var inflating = new InflaterInputStream(
                    new ByteArrayInputStream(Base64.getUrlDecoder().decode(parts[1])), new Inflater(true));
            var payload = new String(inflating.readAllBytes(), StandardCharsets.UTF_8);
            var other = payload.replaceFirst("\"birthDate\":\"[0-9]{4}", "\"birthDate\":\"1901");
            if (other.equals(payload)) {
                throw new IllegalStateException("the card tells no date of birth to be changed");
            }
            var packed = new ByteArrayOutputStream();
            try (var deflating = new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_COMPRESSION, true))) {
                deflating.write(other.getBytes(StandardCharsets.UTF_8));
            }
            var body = Base64.getUrlEncoder().withoutPadding().encodeToString(packed.toByteArray());
            var digits = new StringBuilder(PREFIX);
            (parts[0] + "." + body + "." + parts[2])
                    .chars()
                    .forEach(one -> digits.append("%02d".formatted(one - FIRST)));
            return digits.toString();
        }
    }

    Card getsCard() {
        var card = post("/records/me/emergency-cards", Map.of()).expect(201).json();
        return new Card(card.path("cardId").asText(), card.path("qr").asText());
    }

    void losesCard(Card card) {
        post("/records/me/emergency-cards/" + card.id() + "/revocation", Map.of())
                .expect(200);
    }

    void integrates() {
        post("/records/me/integration", Map.of()).expect(200);
    }

    Link shares(Map<String, Object> wish) throws IOException {
        var key = new byte[32];
        random.nextBytes(key);
        var text = Base64.getUrlEncoder().withoutPadding().encodeToString(key);
        var all = new HashMap<String, Object>(wish);
        all.put("recipient", "Phòng khám Kiểm Thử");
        all.put("key", text);
        var made = post("/records/me/shares", all).expect(201).json();
        var shlink = made.path("shlink").asText();
        var payload = Http.JSON.readTree(Base64.getUrlDecoder().decode(shlink.substring(8)));
        var url = payload.path("url").asText();
        secrets.add(text);
        secrets.add(url.substring(url.lastIndexOf('/') + 1));
        return new Link(made.path("shareId").asText(), shlink);
    }

    /// Keys and addresses of the links that were made.
    List<String> secrets() {
        return List.copyOf(secrets);
    }

    void ends(Link link) {
        post("/records/me/shares/" + link.id() + "/ending", Map.of()).expect(200);
    }

    JsonNode sees(Link link) {
        return Http.get(system.api("health-record", "/records/me/shares/" + link.id()), headers())
                .expect(200)
                .json();
    }

    private Http.Reply post(String path, Object body) {
        return Http.post(system.api("health-record", path), headers(), body);
    }

    private Map<String, String> headers() {
        return Map.of(
                "Authorization",
                "Bearer " + token,
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }
}
