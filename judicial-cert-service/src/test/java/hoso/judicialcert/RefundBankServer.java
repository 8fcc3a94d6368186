package hoso.judicialcert;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;

/// The bank that pays back: a key is paid once. What it does to an order is decided by the payer's account.
public final class RefundBankServer {
    private static final Pattern KEY = Pattern.compile("\"key\":\"([0-9a-f-]+)\"");
    private static final Pattern ACCOUNT = Pattern.compile("\"account\":\"([0-9A-Z]+)\"");
    private static final Map<String, String> PAID = new ConcurrentHashMap<>();
    private static final Map<String, AtomicInteger> ORDERS = new ConcurrentHashMap<>();
    private static final Map<String, AtomicInteger> PAYMENTS = new ConcurrentHashMap<>();
    private static final Set<String> CONFUSING = ConcurrentHashMap.newKeySet();
    private static boolean started;

    /// Its account is closed.
    public static final String CLOSED = "CLOSED";

    /// It is paid, and the answer is lost.
    public static final String LOST = "LOST";

    /// The first order never arrives.
    public static final String DEAF = "DEAF";

    /// It is paid, the answer is lost, and the first question about it is not understood.
    public static final String CONFUSED = "CONFUSED";

    private RefundBankServer() {}

    public static synchronized void start() {
        if (started) {
            return;
        }
        try {
            var url = URI.create(ConfigProvider.getConfig().getValue("judicial-cert.refund.bank-url", String.class));
            var server = HttpServer.create(new InetSocketAddress("localhost", url.getPort()), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/refunds", RefundBankServer::order);
            server.createContext("/refund-inquiries", RefundBankServer::ask);
            server.start();
            started = true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// How often money went to an account.
    public static int paymentsTo(String account) {
        return PAYMENTS.getOrDefault(account, new AtomicInteger()).get();
    }

    /// How often it was ordered for an account.
    public static int ordersTo(String account) {
        return ORDERS.getOrDefault(account, new AtomicInteger()).get();
    }

    private static void order(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var key = find(KEY, body);
            var account = find(ACCOUNT, body);
            var orders =
                    ORDERS.computeIfAbsent(account, _ -> new AtomicInteger()).incrementAndGet();
            if (account.startsWith(CLOSED)) {
                answer(exchange, 422, "{\"status\":\"REFUSED\",\"reason\":\"ACCOUNT_CLOSED\"}");
            } else if (account.startsWith(DEAF) && orders == 1) {
                answer(exchange, 503, "{}");
            } else {
                var transaction = PAID.computeIfAbsent(key, _ -> {
                    PAYMENTS.computeIfAbsent(account, _ -> new AtomicInteger()).incrementAndGet();
                    return "FTB" + key.substring(24);
                });
                if (account.startsWith(CONFUSED)) {
                    CONFUSING.add(key);
                }
                var isLost = account.startsWith(LOST) || account.startsWith(CONFUSED);
                answer(exchange, isLost ? 504 : 201, paid(transaction));
            }
        }
    }

    private static void ask(HttpExchange exchange) throws IOException {
        try (exchange) {
            var key = find(KEY, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            if (CONFUSING.remove(key)) {
                answer(exchange, 422, "{}");
                return;
            }
            var transaction = PAID.get(key);
            answer(exchange, transaction == null ? 404 : 200, transaction == null ? "{}" : paid(transaction));
        }
    }

    private static String paid(String transaction) {
        return "{\"status\":\"PAID\",\"transactionId\":\"" + transaction + "\"}";
    }

    private static String find(Pattern pattern, String body) {
        var found = pattern.matcher(body);
        return found.find() ? found.group(1) : "";
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        var body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
