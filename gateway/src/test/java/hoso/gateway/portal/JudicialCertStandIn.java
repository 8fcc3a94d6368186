package hoso.gateway.portal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// judicial-cert-service for a page that is looked at: the gateway's route leads here.
public abstract class JudicialCertStandIn implements QuarkusTestResourceLifecycleManager {

    private final HttpServer server = server();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /// Answers; the exchange is closed afterwards.
    abstract void answer(HttpExchange exchange) throws IOException;

    @Override
    public Map<String, String> start() {
        server.createContext("/", exchange -> {
            try (exchange) {
                answer(exchange);
            }
        });
        server.setExecutor(threads);
        server.start();
        return Map.of(
                "gateway.routes.services.judicial-cert",
                "http://localhost:" + server.getAddress().getPort());
    }

    @Override
    public void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    /// After the others, whose address of this service is another one.
    @Override
    public int order() {
        return 1;
    }

    static void answer(HttpExchange exchange, int status, String type, byte[] bytes) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
