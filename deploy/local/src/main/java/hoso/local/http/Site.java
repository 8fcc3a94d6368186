package hoso.local.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A small server for this machine only: routes are a method and a path, `*` stands for one path segment.
public final class Site implements AutoCloseable {

    /// Answers one call; throws `Refused` when it does not carry it out.
    @FunctionalInterface
    public interface Handler {
        Reply answer(Call call) throws IOException, InterruptedException;
    }

    private record Route(String method, Pattern path, Handler handler) {}

    private static final Logger LOG = LoggerFactory.getLogger(Site.class);

    /// A scanned certificate of a few pages fits many times; more is a mistake of the caller.
    private static final int LARGEST_BODY = 32 << 20;

    private final HttpServer server;
    private final List<Route> routes = new ArrayList<>();
    private final List<Runnable> endings = new ArrayList<>();

    public Site(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
    }

    public Site on(String method, String path, Handler handler) {
        var pattern = Pattern.compile(Pattern.quote(path).replace("*", "\\E[^/]+\\Q"));
        routes.add(new Route(method, pattern, handler));
        return this;
    }

    public Site start() {
        on("GET", "/health", _ -> Reply.json(200, Map.of("status", "UP")));
        server.start();
        return this;
    }

    /// Something that ends together with the site.
    public Site ending(Runnable ending) {
        endings.add(ending);
        return this;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        endings.forEach(Runnable::run);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var reply = answer(exchange);
            exchange.getResponseHeaders().set("Content-Type", reply.type());
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            if (reply.body().length == 0) {
                exchange.sendResponseHeaders(reply.status(), -1);
            } else {
                exchange.sendResponseHeaders(reply.status(), reply.body().length);
                exchange.getResponseBody().write(reply.body());
            }
        }
    }

    private Reply answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var found = routes.stream()
                .filter(route -> route.path.matcher(path).matches())
                .toList();
        var body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            return Reply.refusal(413, "larger than " + LARGEST_BODY + " bytes");
        }
        var route = found.stream()
                .filter(one -> one.method.equals(exchange.getRequestMethod()))
                .findFirst();
        if (route.isEmpty()) {
            return found.isEmpty() ? Reply.refusal(404, "not found") : Reply.refusal(405, "method not allowed");
        }
        try {
            return route.get()
                    .handler
                    .answer(new Call(path, query(exchange.getRequestURI().getRawQuery()), headers(exchange), body));
        } catch (Refused refused) {
            return Reply.refusal(refused.status(), refused.reason());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Reply.refusal(503, "ending");
        } catch (RuntimeException e) {
            LOG.error("{} {} failed", exchange.getRequestMethod(), path, e);
            return Reply.refusal(500, "failed");
        }
    }

    private static Map<String, String> headers(HttpExchange exchange) {
        var headers = new HashMap<String, String>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        return Map.copyOf(headers);
    }

    private static Map<String, String> query(@org.jspecify.annotations.Nullable String raw) {
        var query = new HashMap<String, String>();
        if (raw == null) {
            return query;
        }
        for (var pair : raw.split("&", -1)) {
            var at = pair.indexOf('=');
            var name = at < 0 ? pair : pair.substring(0, at);
            var value = at < 0 ? "" : pair.substring(at + 1);
            query.put(decode(name), decode(value));
        }
        return query;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
