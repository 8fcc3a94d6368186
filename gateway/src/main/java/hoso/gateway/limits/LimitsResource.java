package hoso.gateway.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import hoso.gateway.limits.Budgets.Budget;
import hoso.gateway.problem.GatewayProblem;
import hoso.gateway.problem.GatewayProblem.Kind;
import io.github.bucket4j.Bucket;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;

/// Counts calls before they cost a service anything. A replica counts what it sees: with n replicas a caller has at
/// most n budgets, which protects the services as well and needs no store that all calls would wait for.
@ApplicationScoped
class LimitsResource {

    /// After the target is read: what is refused as unreadable takes from nobody's budget.
    private static final int BEFORE_ROUTES = 800;

    private static final Pattern BEARER = Pattern.compile("(?i)bearer +([A-Za-z0-9._~+/=-]{20,8192})");

    /// The name of a bucket: one caller has one per budget.
    private record Account(String budget, Caller caller) {}

    private final Budgets budgets;
    private final IssuerClient issuer;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Cache<Account, Bucket> buckets;
    private final Cache<String, TokenReader.Reading> readings;

    LimitsResource(LimitsConfig config, IssuerClient issuer, Clock clock, MeterRegistry meters) {
        this.budgets = new Budgets(config.rules().entrySet().stream()
                .map(rule -> new Budget(
                        rule.getKey(),
                        rule.getValue().path(),
                        rule.getValue().who(),
                        rule.getValue().burst(),
                        rule.getValue().perMinute()))
                .toList());
        this.issuer = issuer;
        this.clock = clock;
        this.meters = meters;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(config.trackedCallers())
                .expireAfterAccess(Duration.ofMinutes(10))
                .build();
        // Checking a signature costs 13-26 us of processor time, remembering that it held about 1 us.
        this.readings = Caffeine.newBuilder()
                .maximumSize(config.trackedCallers())
                .expireAfterWrite(Duration.ofMinutes(5))
                .build();
    }

    void filters(@Observes Filters filters) {
        filters.register(this::count, BEFORE_ROUTES);
    }

    private void count(RoutingContext ctx) {
        var path = ctx.request().uri();
        if (!path.startsWith("/api/")) {
            ctx.next();
            return;
        }
        var caller = caller(ctx);
        ctx.put(Caller.class.getName(), caller);
        var budget = budgets.find(caller, path);
        if (budget.isEmpty()) {
            ctx.next();
            return;
        }
        var probe = buckets.get(new Account(budget.get().name(), caller), _ -> bucket(budget.get()))
                .tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            ctx.next();
            return;
        }
        meters.counter("gateway.limited", "budget", budget.get().name()).increment();
        var wait = Duration.ofNanos(probe.getNanosToWaitForRefill());
        var seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        GatewayProblem.of(Kind.TOO_MANY_REQUESTS)
                .with("retryAfterSeconds", seconds)
                .retryAfter(wait)
                .closing()
                .answer(ctx);
    }

    private static Bucket bucket(Budget budget) {
        return Bucket.builder()
                .addLimit(
                        limit -> limit.capacity(budget.burst()).refillGreedy(budget.perMinute(), Duration.ofMinutes(1)))
                .build();
    }

    private Caller caller(RoutingContext ctx) {
        var bearer = BEARER.matcher(String.valueOf(ctx.request().headers().get(HttpHeaders.AUTHORIZATION)));
        if (bearer.matches()) {
            var token = bearer.group(1);
            var now = clock.instant();
            var known = readings.getIfPresent(token);
            if (known != null && known.until().isAfter(now)) {
                return known.caller();
            }
            var read =
                    TokenReader.keyId(token).flatMap(id -> issuer.readerFor(id).read(token, now));
            if (read.isPresent()) {
                readings.put(token, read.get());
                return read.get().caller();
            }
        }
        return Caller.Address.of(ctx.request().remoteAddress().hostAddress());
    }
}
