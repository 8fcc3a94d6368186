package hoso.gateway.portal;

import hoso.gateway.problem.GatewayProblem;
import hoso.gateway.problem.GatewayProblem.Kind;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// One page stands for the app: every address a person can see is that page, which reads the address itself.
@ApplicationScoped
class PortalResource {

    /// First of all: a refusal carries the headers too.
    private static final int FIRST = 1000;

    /// After every route and file.
    private static final int LAST = Integer.MAX_VALUE;

    static final List<String> ADDRESSES = List.of(
            "/",
            "/record",
            "/record/:id",
            "/certificates",
            "/certificates/:id",
            "/certificates/:id/share",
            "/shares/:id",
            "/certificate-share",
            "/health-share",
            "/record-shares",
            "/record-shares/new",
            "/inbox",
            "/verify");

    private final Map<String, String> headers;
    private final Buffer config;
    private final Buffer page;

    PortalResource(PortalConfig oidc, @ConfigProperty(name = "gateway.routes.public-url") URI publicUrl) {
        this.headers = SecurityHeaders.of(publicUrl, oidc.tokenUrl());
        this.config = new JsonObject()
                .put("issuer", oidc.issuer().toString())
                .put("clientId", oidc.clientId())
                .put("authorizeUrl", oidc.authorizeUrl().toString())
                .put("tokenUrl", oidc.tokenUrl().toString())
                .put("logoutUrl", oidc.logoutUrl().toString())
                .toBuffer();
        this.page = page();
    }

    void filters(@Observes Filters filters) {
        filters.register(this::addHeaders, FIRST);
    }

    void routes(@Observes Router router) {
        router.get("/config.json").handler(ctx -> {
            ctx.response().putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
            var _ = ctx.response().end(config);
        });
        for (var address : ADDRESSES) {
            router.get(address).handler(ctx -> show(ctx, 200));
        }
        router.route().order(LAST).handler(this::nothingHere);
    }

    private void addHeaders(RoutingContext ctx) {
        headers.forEach(ctx.response()::putHeader);
        if (!ctx.request().uri().startsWith("/api/")) {
            // Asked for again each time and answered 304: after an upgrade no page mixes old and new modules.
            ctx.addHeadersEndHandler(_ -> ctx.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-cache"));
        }
        ctx.next();
    }

    private void show(RoutingContext ctx, int status) {
        ctx.response().setStatusCode(status).putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8");
        var _ = ctx.response().end(page);
    }

    /// A person who followed a broken link is shown the page that says so; a program gets a problem answer.
    private void nothingHere(RoutingContext ctx) {
        var accept = ctx.request().getHeader(HttpHeaders.ACCEPT);
        if (accept != null && accept.contains("text/html")) {
            show(ctx, 404);
        } else {
            GatewayProblem.of(Kind.NOT_FOUND).answer(ctx);
        }
    }

    private static Buffer page() {
        try (var file = PortalResource.class.getResourceAsStream("/META-INF/resources/index.html")) {
            return Buffer.buffer(
                    Objects.requireNonNull(file, "index.html is packaged").readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
