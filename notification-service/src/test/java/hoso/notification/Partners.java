package hoso.notification;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/// The services and the carrier around this service, as small as can be, and as unkind as they are told to be.
public final class Partners implements AutoCloseable {
    public static final byte[] DOCUMENT = "%PDF-1.7 made up".getBytes(StandardCharsets.US_ASCII);
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final HttpServer server;
    private final ObjectMapper json = new ObjectMapper();
    private final Map<UUID, String> mailboxes = new ConcurrentHashMap<>();
    private final Map<UUID, String> addresses = new ConcurrentHashMap<>();
    private final Map<String, String> letters = new ConcurrentHashMap<>();
    private final List<String> orders = new CopyOnWriteArrayList<>();
    private volatile boolean isIdentityDown;
    private volatile String mixedUp = "";
    private final AtomicInteger carrierErrors = new AtomicInteger();

    public Partners() throws IOException {
        var url = URI.create(ConfigProvider.getConfig().getValue("notification.letter.carrier-url", String.class));
        server = HttpServer.create(new InetSocketAddress("localhost", url.getPort()), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    public void mailbox(UUID citizen, String email) {
        mailboxes.put(citizen, email);
    }

    public void address(UUID certificate, String recipient) {
        addresses.put(certificate, recipient);
    }

    public void identityIsDown(boolean isDown) {
        isIdentityDown = isDown;
    }

    /// The next orders are taken and answered with 500.
    public void carrierFailsAfterAccepting(int times) {
        carrierErrors.set(times);
    }

    /// The next letter gets a number that another one has.
    public void carrierMixesUp(String number) {
        mixedUp = number;
    }

    /// Tracking numbers by our key of the order: as many letters as there are.
    public Map<String, String> letters() {
        return letters;
    }

    /// Every order that came, whether it made a letter or not.
    public List<String> orders() {
        return orders;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var parts = path.split("/");
        if (path.equals("/letters")) {
            order(exchange);
        } else if (!isFromUs(exchange.getRequestHeaders().getFirst("Authorization"))) {
            send(exchange, 401, "{}");
        } else if (path.endsWith("/contact-points")) {
            contactPoints(exchange, UUID.fromString(parts[2]));
        } else if (path.endsWith("/dispatch")) {
            dispatch(exchange, UUID.fromString(parts[2]));
        } else if (path.endsWith("/document")) {
            send(exchange, 200, DOCUMENT);
        } else {
            send(exchange, 404, "{}");
        }
    }

    /// Whether it comes with this service's own token, as the identity provider of the tests gives it.
    private static boolean isFromUs(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith("Bearer ")) {
            return false;
        }
        var parts = authorization.split("\\.");
        var claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        return claims.contains("\"azp\":\"notification-service\"");
    }

    private void contactPoints(HttpExchange exchange, UUID citizen) throws IOException {
        if (isIdentityDown) {
            send(exchange, 503, "{}");
            return;
        }
        var email = mailboxes.get(citizen);
        send(exchange, 200, "{\"email\": " + (email == null ? "null" : "\"" + email + "\"") + ", \"phone\": null}");
    }

    private void dispatch(HttpExchange exchange, UUID certificate) throws IOException {
        var recipient = addresses.get(certificate);
        if (recipient == null) {
            send(exchange, 404, "{}");
            return;
        }
        send(exchange, 200, """
                {"certificateId": "%s", "requestId": "%s", "dossierCode": "G22", "copies": 2,
                 "post": {"recipient": "%s", "phone": "+84912345678", "line": "12 phố Thử Nghiệm", "communeCode": "00004",
                          "provinceCode": "01", "text": "12 phố Thử Nghiệm, phường Ba Đình, Hà Nội"}}
                """.formatted(certificate, certificate, recipient));
    }

    private void order(HttpExchange exchange) throws IOException {
        var order = json.readTree(exchange.getRequestBody());
        var key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        var isRight = "Bearer test-carrier-secret"
                        .equals(exchange.getRequestHeaders().getFirst("Authorization"))
                && key != null
                && key.equals(order.path("orderReference").asText())
                && order.path("codOnDelivery").asBoolean()
                && order.path("copies").asInt() == 2
                && Arrays.equals(
                        DOCUMENT,
                        Base64.getDecoder().decode(order.path("documentBase64").asText()));
        if (!isRight) {
            send(exchange, 422, "{}");
            return;
        }
        orders.add(key);
        var number = letters.computeIfAbsent(
                key, _ -> mixedUp.isEmpty() ? String.format("RR%09dVN", NUMBERS.incrementAndGet()) : mixedUp);
        if (carrierErrors.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            send(exchange, 500, "{}");
            return;
        }
        send(exchange, 201, "{\"trackingNumber\": \"" + number + "\"}");
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        send(exchange, status, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, byte[] bytes) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
