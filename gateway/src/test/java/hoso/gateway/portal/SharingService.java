package hoso.gateway.portal;

import com.sun.net.httpserver.HttpExchange;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.ConcurrentLinkedQueue;

/// judicial-cert-service as far as a share is opened, by its contract: a code that begins with a state is a share in
/// that state, any other is open and protected.
public class SharingService extends JudicialCertStandIn {

    static final String PASSCODE = "204060";
    static final ConcurrentLinkedQueue<String> ADDRESSES = new ConcurrentLinkedQueue<>();
    static final ConcurrentLinkedQueue<JsonObject> SENT = new ConcurrentLinkedQueue<>();

    private static final byte[] DOCUMENT = "%PDF-1.7 made up".getBytes(StandardCharsets.US_ASCII);
    private static final String OPENING = "/certificate-shares/opening";

    @Override
    void answer(HttpExchange exchange) throws IOException {
        ADDRESSES.add(exchange.getRequestURI().toString());
        var sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var body = sent.isEmpty() ? new JsonObject() : new JsonObject(sent);
        SENT.add(body);
        switch (exchange.getRequestURI().getPath()) {
            case OPENING -> open(exchange, body);
            case OPENING + "/document" -> answer(exchange, 200, "application/pdf", DOCUMENT);
            default -> problem(exchange, 404, "not-found", new JsonObject());
        }
    }

    private static void open(HttpExchange exchange, JsonObject body) throws IOException {
        var state = body.getString("code").replaceAll("-.*", "");
        switch (state) {
            case "ENDED", "EXPIRED", "USED_UP", "LOCKED" ->
                problem(exchange, 410, "share-over", new JsonObject().put("state", state));
            case "UNKNOWN" -> problem(exchange, 404, "not-found", new JsonObject());
            default -> {
                var passcode = body.getString("passcode");
                if (passcode == null) {
                    problem(exchange, 403, "passcode-needed", new JsonObject());
                } else if (!passcode.equals(PASSCODE)) {
                    problem(exchange, 403, "passcode-wrong", new JsonObject().put("attemptsLeft", 4));
                } else {
                    answer(exchange, 200, "application/json", opened().encode().getBytes(StandardCharsets.UTF_8));
                }
            }
        }
    }

    private static JsonObject opened() {
        return new JsonObject()
                .put("standing", "VALID")
                .put("standingSince", "2026-11-23T02:00:00Z")
                .put("number", "0001/2026/PLLTP-CA01")
                .put("kind", "NO_1")
                .put("agency", "Công an thành phố Hà Nội")
                .put("issuedOn", "2026-11-23")
                .put("digest", digest())
                .put("purpose", "Bổ sung hồ sơ xin việc")
                .put("until", "2026-12-01T10:00:00Z")
                .put("usesLeft", 2)
                .put("ticket", "a-ticket")
                .put("ticketUntil", "2026-11-25T10:05:00Z");
    }

    private static String digest() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(DOCUMENT));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void problem(HttpExchange exchange, int status, String slug, JsonObject facts) throws IOException {
        var problem = facts.put("type", "/contract/problems.md#" + slug)
                .put("title", slug)
                .put("status", status);
        answer(exchange, status, "application/problem+json", problem.encode().getBytes(StandardCharsets.UTF_8));
    }
}
