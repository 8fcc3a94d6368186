package hoso.gateway.portal;

import com.sun.net.httpserver.HttpExchange;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

/// judicial-cert-service as far as a file is verified, by its contract: it issued one document, and knows it by its
/// digest.
public class VerifyingService extends JudicialCertStandIn {

    static final String GENUINE = "%PDF-1.7 made up";
    /// `printf '%PDF-1.7 made up' | sha256sum`
    static final String DIGEST = "cd030cd3bd9050f2116c85df8cd0df9c8db3261df8879912ed0af43395b4e7bd";
    /// Whose verdict waits until it is let go.
    static final String SLOW = "%PDF-1.7 slow";
    /// `printf '%PDF-1.7 slow' | sha256sum`
    static final String SLOW_DIGEST = "1385bfa557da580d1bf4e79d719fde3806d4a428e2db766563a1e36c64150f16";
    static final Semaphore WAITING = new Semaphore(0);
    /// What was asked: `method path bytes`.
    static final ConcurrentLinkedQueue<String> ASKED = new ConcurrentLinkedQueue<>();

    @Override
    void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var sent = exchange.getRequestBody().readAllBytes();
        if (path.startsWith("/verifications")) {
            ASKED.add(exchange.getRequestMethod() + " " + path + " " + sent.length);
        }
        if (path.endsWith(SLOW_DIGEST)) {
            WAITING.acquireUninterruptibly();
        }
        var answer = path.startsWith("/verification-material")
                ? new JsonArray().encode()
                : verdict(path).encode();
        var bytes = answer.getBytes(StandardCharsets.UTF_8);
        answer(exchange, 200, "application/json", bytes);
    }

    private static JsonObject verdict(String path) {
        if (path.equals("/verifications/documents/" + DIGEST)) {
            return new JsonObject()
                    .put("result", "VALID")
                    .put("reasons", new JsonArray())
                    .put(
                            "certificate",
                            new JsonObject()
                                    .put("number", "0001/2026/PLLTP-CA01")
                                    .put("kind", "NO_1")
                                    .put("agency", "Công an thành phố Hà Nội")
                                    .put("issuedAt", "2026-11-23T02:00:00Z"));
        }
        return new JsonObject()
                .put("result", path.endsWith("/verifications") ? "ALTERED" : "UNKNOWN")
                .put("reasons", new JsonArray().add("NOT_IN_REGISTER"))
                .put("certificate", null);
    }
}
