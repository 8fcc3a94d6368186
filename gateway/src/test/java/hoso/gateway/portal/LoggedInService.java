package hoso.gateway.portal;

import com.sun.net.httpserver.HttpExchange;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/// A log-in server that knows one person until she logs out, and the service that tells of her, by their contracts.
public class LoggedInService extends JudicialCertStandIn {

    static final String NAME = "Nguyễn Thị Lan";
    static final String DOSSIER = "H26-261130-000317";

    static volatile boolean loggedIn;
    private static volatile String nonce = "";

    @Override
    public Map<String, String> start() {
        var config = new HashMap<>(super.start());
        var origin = config.get("gateway.routes.services.judicial-cert");
        config.put("gateway.oidc.authorize-url", origin + "/authorize");
        config.put("gateway.oidc.token-url", origin + "/token");
        config.put("gateway.oidc.logout-url", origin + "/logout");
        return config;
    }

    @Override
    void answer(HttpExchange exchange) throws IOException {
        var asked = exchange.getRequestURI();
        exchange.getRequestBody().readAllBytes();
        switch (asked.getPath()) {
            case "/authorize" -> authorize(exchange, parameters(asked));
            case "/token" -> {
                exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
                json(exchange, tokens());
            }
            case "/logout" -> {
                loggedIn = false;
                redirect(exchange, parameters(asked).getOrDefault("post_logout_redirect_uri", "/"));
            }
            case "/certificate-requests" -> json(exchange, requests(asked));
            default -> json(exchange, new JsonObject().put("items", new JsonArray()));
        }
    }

    /// Whoever is known comes back at once; whoever is not sees a page to log in at.
    private static void authorize(HttpExchange exchange, Map<String, String> asked) throws IOException {
        if (loggedIn) {
            nonce = asked.getOrDefault("nonce", "");
            redirect(exchange, asked.get("redirect_uri") + "?code=a-code&state=" + asked.get("state"));
        } else {
            answer(exchange, 200, "text/html", "<h1 id=log-in>Log in</h1>".getBytes(StandardCharsets.UTF_8));
        }
    }

    private static JsonObject tokens() {
        var claims = new JsonObject().put("name", NAME).put("nonce", nonce).put("acr", "1");
        var token = "e30."
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(claims.toBuffer().getBytes()) + ".";
        return new JsonObject()
                .put("access_token", token)
                .put("id_token", token)
                .put("refresh_token", "a-refresh-token")
                .put("expires_in", 300);
    }

    /// 53 requests: a page of 50, and what is left.
    private static JsonObject requests(URI asked) {
        return parameters(asked).containsKey("after")
                ? new JsonObject().put("items", requests(50, 53))
                : new JsonObject().put("items", requests(0, 50)).put("next", "the-second-page");
    }

    private static JsonArray requests(int from, int to) {
        var items = new JsonArray();
        for (var n = from; n < to; n++) {
            items.add(new JsonObject()
                    .put("requestId", "0199f0a2-7c1e-7d33-9f6e-0b1f6a5f7c%02d".formatted(n))
                    .put("dossierCode", n == 0 ? DOSSIER : "H26-261130-1%05d".formatted(n))
                    .put("kind", "NO_1")
                    .put("about", NAME)
                    .put("receivedAt", "2026-11-30T02:00:00Z")
                    .put("status", "CHECKING"));
        }
        return items;
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        exchange.sendResponseHeaders(302, -1);
    }

    private static void json(HttpExchange exchange, JsonObject body) throws IOException {
        answer(exchange, 200, "application/json", body.encode().getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> parameters(URI asked) {
        var parameters = new HashMap<String, String>();
        for (var pair : asked.getRawQuery().split("&", -1)) {
            var parts = pair.split("=", 2);
            parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }
}
