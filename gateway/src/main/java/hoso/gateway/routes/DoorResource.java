package hoso.gateway.routes;

import hoso.gateway.problem.GatewayProblem;
import hoso.gateway.problem.GatewayProblem.Kind;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Objects;

/// First every request's target is read, then `/api/**` and `/.well-known/**` are sent on. Nothing reaches a route, a
/// file or a service under a name the first step did not accept.
@ApplicationScoped
class DoorResource {

    /// Behind the security headers (which every answer carries), before the limits and all routes.
    private static final int BEFORE_LIMITS = 900;

    /// Before anything asks for the address of the call: reading it behind a proxy leaves one Host header of several.
    private static final int BEFORE_ALL = 1100;

    private static final String HOSTS = "hosts";

    private static final String TARGET = RequestTarget.class.getName();

    private final Routing routing;
    private final ServiceClient services;
    private final MeterRegistry meters;
    private final long largestBytes;

    DoorResource(RoutesConfig config, UploadsConfig uploads, ServiceClient services, MeterRegistry meters) {
        this.largestBytes = uploads.largestBytes();
        this.routing = new Routing(config.services());
        this.services = services;
        this.meters = meters;
    }

    void filters(@Observes Filters filters) {
        filters.register(DoorResource::countHosts, BEFORE_ALL);
        filters.register(this::readTarget, BEFORE_LIMITS);
    }

    void routes(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(this::failed);
        router.route("/api/*").handler(this::forward);
        router.route("/.well-known/*").handler(this::forward);
    }

    private static void countHosts(RoutingContext ctx) {
        ctx.put(HOSTS, ctx.request().headers().getAll(HttpHeaders.HOST).size());
        ctx.next();
    }

    /// What the router refuses before any route is looked at: a target without a path, as `?%`, and what is not HTTP.
    private void failed(RoutingContext ctx) {
        var path = ctx.request().path();
        if (path == null || !path.startsWith("/")) {
            refuse(ctx, GatewayProblem.of(Kind.PATH_REFUSED).with("reason", "not-a-path"));
            return;
        }
        switch (ctx.statusCode()) {
            case 400 -> refuse(ctx, GatewayProblem.of(Kind.UNREADABLE_REQUEST));
            case 413 -> refuse(ctx, GatewayProblem.of(Kind.TOO_LARGE).with("limitBytes", largestBytes));
            default -> ctx.next();
        }
    }

    private void readTarget(RoutingContext ctx) {
        if (!Integer.valueOf(1).equals(ctx.get(HOSTS))) {
            refuse(ctx, GatewayProblem.of(Kind.HOST_REFUSED));
            return;
        }
        switch (RequestTarget.read(ctx.request().uri())) {
            case RequestTarget.Refused(var reason) ->
                refuse(ctx, GatewayProblem.of(Kind.PATH_REFUSED).with("reason", reason));
            case RequestTarget.Clean clean -> {
                if (clean.path().startsWith("/api/") || reads(ctx)) {
                    ctx.put(TARGET, clean);
                    ctx.next();
                } else {
                    refuse(ctx, wrongMethod(ctx, "GET, HEAD"));
                }
            }
        }
    }

    private static boolean reads(RoutingContext ctx) {
        var method = ctx.request().method();
        return HttpMethod.GET.equals(method) || HttpMethod.HEAD.equals(method);
    }

    private void forward(RoutingContext ctx) {
        RequestTarget.Clean target = Objects.requireNonNull(ctx.get(TARGET), "every target is read first");
        switch (routing.find(ctx.request().method().name(), target)) {
            case Routing.Answer.To to -> services.forward(ctx, to);
            case Routing.Answer.Nowhere() -> refuse(ctx, GatewayProblem.of(Kind.NOT_FOUND));
            case Routing.Answer.WrongMethod(var allowed) -> refuse(ctx, wrongMethod(ctx, allowed));
        }
    }

    private static GatewayProblem wrongMethod(RoutingContext ctx, String allowed) {
        ctx.response().putHeader(HttpHeaders.ALLOW, allowed);
        return GatewayProblem.of(Kind.METHOD_NOT_ALLOWED);
    }

    private void refuse(RoutingContext ctx, GatewayProblem problem) {
        meters.counter("gateway.refusals", "problem", problem.kind().slug()).increment();
        // What follows on this connection was framed by somebody we just refused.
        problem.closing().answer(ctx);
    }
}
