package hoso.gateway.portal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;

/// judicial-cert-service as far as a file is verified, by its contract: it issued one document, and knows it by its
/// digest.
public class VerifyingService implements QuarkusTestResourceLifecycleManager {

    static final String GENUINE = "%PDF-1.7 made up";
    /// `printf '%PDF-1.7 made up' | sha256sum`
    static final String DIGEST = "cd030cd3bd9050f2116c85df8cd0df9c8db3261df8879912ed0af43395b4e7bd";
    /// What was asked: `method path bytes`.
    static final ConcurrentLinkedQueue<String> ASKED = new ConcurrentLinkedQueue<>();

    private final HttpServer server = server();

    @Override
    public Map<String, String> start() {
        server.createContext("/", VerifyingService::handle);
        server.start();
        return Map.of(
                "gateway.routes.services.judicial-cert",
                "http://localhost:" + server.getAddress().getPort());
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    /// After the others, whose address of this service is another one.
    @Override
    public int order() {
        return 1;
    }

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var sent = exchange.getRequestBody().readAllBytes();
            if (path.startsWith("/verifications")) {
                ASKED.add(exchange.getRequestMethod() + " " + path + " " + sent.length);
            }
            var answer = path.startsWith("/verification-material")
                    ? new JsonArray().encode()
                    : verdict(path).encode();
            var bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
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
