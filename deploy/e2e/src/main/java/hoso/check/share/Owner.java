package hoso.check.share;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hoso.e2e.Http;
import hoso.e2e.Login;
import hoso.e2e.RunningSystem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The citizen of the demo who makes links, as the app does: the key of each is made here.
final class Owner {
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

        /// The same with one character of its content changed: far enough behind the head of the signed text.
        String forged() {
            var at = qr.length() / 2 - qr.length() / 2 % 2 + 1;
            var other = qr.startsWith("20", at) ? "21" : "20";
            return qr.substring(0, at) + other + qr.substring(at + 2);
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
