package hoso.gateway.routes;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import hoso.gateway.limits.Tokens;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// A service behind the gateway: a real HTTP server, and a socket that breaks off as told.
public class Upstream implements QuarkusTestResourceLifecycleManager {

    static final ConcurrentLinkedQueue<String> SEEN = new ConcurrentLinkedQueue<>();
    static final CountDownLatch FIRST_PART_READ = new CountDownLatch(1);
    static final CountDownLatch END = new CountDownLatch(1);
    static final AtomicLong RECEIVED = new AtomicLong();
    static final AtomicInteger BREAKS = new AtomicInteger();
    static volatile int latePort;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server = server();
    private final ServerSocket breaking = breaking();

    @Override
    public Map<String, String> start() {
        try {
            // Making a pair of keys takes seconds on a busy machine: before the gateway asks for them.
            var keys = Tokens.keySet();
            server.createContext("/certs", exchange -> {
                try (exchange) {
                    answer(exchange, 200, keys);
                }
            });
            server.setExecutor(threads);
            server.createContext("/", Upstream::handle);
            server.start();
            threads.execute(this::breakOff);
            latePort = freePort();
            var origin = "http://localhost:" + server.getAddress().getPort();
            var config = new HashMap<String, String>();
            config.put("gateway.routes.services.identity", origin);
            config.put("gateway.routes.services.health-record", "http://localhost:" + latePort);
            config.put("gateway.routes.services.judicial-cert", "http://localhost:" + breaking.getLocalPort());
            config.put("gateway.routes.services.notification", "http://localhost:" + freePort());
            config.put("gateway.routes.answer-timeout", "3S");
            config.put("gateway.routes.exchange-timeout", "2S");
            config.put("gateway.routes.answer-limit-bytes", "1000000");
            config.put("gateway.uploads.grace", "1S");
            config.put("gateway.uploads.longest", "2S");
            config.put("gateway.routes.retry-delay", "500ms");
            config.put("gateway.oidc.keys-url", origin + "/certs");
            config.put("gateway.limits.keys-refresh", "1S");
            config.put("gateway.limits.rules.stranger.burst", "100000");
            config.put("gateway.limits.rules.verification.path", "/api/identity/verifications");
            config.put("gateway.limits.rules.verification.burst", "3");
            config.put("gateway.limits.rules.verification.per-minute", "3");
            config.put("gateway.limits.rules.narrow.path", "/api/identity/narrow");
            config.put("gateway.limits.rules.narrow.who", "PERSON");
            config.put("gateway.limits.rules.narrow.burst", "2");
            config.put("gateway.limits.rules.narrow.per-minute", "2");
            return config;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        END.countDown();
        server.stop(0);
        threads.shutdownNow();
        try {
            breaking.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ServerSocket breaking() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// Reads a request's head, answers with half a body or with nothing, and hangs up.
    private void breakOff() {
        while (!breaking.isClosed()) {
            try (var socket = breaking.accept()) {
                BREAKS.incrementAndGet();
                var head = new StringBuilder();
                while (head.indexOf("\r\n\r\n") < 0) {
                    head.append((char) socket.getInputStream().read());
                }
                if (head.indexOf(" /half ") > 0) {
                    socket.getOutputStream()
                            .write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"
                                    .getBytes(StandardCharsets.US_ASCII));
                    socket.getOutputStream().flush();
                }
            } catch (IOException _) {
                // The gateway hung up first, or the test is over.
            }
        }
    }

    private static void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getRawPath();
            switch (path) {
                case "/stream" -> stream(exchange);
                case "/hang" -> awaitEnd();
                case "/trickle" -> trickle(exchange);
                case "/flood" -> flood(exchange);
                case "/headers" -> {
                    exchange.getResponseHeaders().add("Set-Cookie", "a=b");
                    exchange.getResponseHeaders().add("Server", "secret/1.0");
                    exchange.getResponseHeaders().add("Access-Control-Allow-Origin", "*");
                    exchange.getResponseHeaders().add("Connection", "X-Hop");
                    exchange.getResponseHeaders().add("X-Hop", "1");
                    exchange.getResponseHeaders().add("X-Kept", "1");
                    exchange.getResponseHeaders().add("Location", "/citizens/7");
                    answer(exchange, 201, "{}");
                }
                case "/not-modified" -> {
                    exchange.getResponseHeaders().add("ETag", "\"7\"");
                    exchange.sendResponseHeaders(304, -1);
                }
                case "/early" -> {
                    answer(exchange, 401, "{\"early\":true}");
                    // Closed with bytes unread, the connection would be reset, and the answer lost with it.
                    exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
                }
                default -> echo(exchange);
            }
        }
    }

    private static void echo(HttpExchange exchange) throws IOException {
        SEEN.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        var headers = new JsonObject();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, String.join("|", values)));
        var size = 0L;
        var buffer = new byte[8192];
        int read;
        while ((read = exchange.getRequestBody().read(buffer)) >= 0) {
            size += read;
            RECEIVED.addAndGet(read);
        }
        answer(
                exchange,
                200,
                new JsonObject()
                        .put("method", exchange.getRequestMethod())
                        .put("target", exchange.getRequestURI().toString())
                        .put("size", size)
                        .put("headers", headers)
                        .encode());
    }

    private static void stream(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write("first".getBytes(StandardCharsets.US_ASCII));
        exchange.getResponseBody().flush();
        try {
            FIRST_PART_READ.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        exchange.getResponseBody().write("second".getBytes(StandardCharsets.US_ASCII));
    }

    /// A byte now and then, until the gateway has had enough.
    private static void trickle(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try {
            while (!END.await(100, TimeUnit.MILLISECONDS)) {
                exchange.getResponseBody().write('a');
                exchange.getResponseBody().flush();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void flood(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        var chunk = new byte[65536];
        while (END.getCount() > 0) {
            exchange.getResponseBody().write(chunk);
        }
    }

    private static void awaitEnd() {
        try {
            END.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        var head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head ? -1 : bytes.length);
        if (!head) {
            exchange.getResponseBody().write(bytes);
            exchange.getResponseBody().flush();
        }
    }
}
