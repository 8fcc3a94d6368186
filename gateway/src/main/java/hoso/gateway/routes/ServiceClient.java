package hoso.gateway.routes;

import hoso.gateway.limits.Caller;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/// The connections to the services.
@ApplicationScoped
class ServiceClient {

    /// Services answer with a handful of headers; more is a fault or an attack on the caller.
    private static final int HEADER_BYTES = 32 * 1024;

    private final RoutesConfig config;
    private final Vertx vertx;
    private final RandomGenerator random;
    private final MeterRegistry meters;
    private final Upload.Surroundings uploads;
    private final HttpClient client;

    ServiceClient(
            RoutesConfig config,
            UploadsConfig uploadsConfig,
            Uploads uploads,
            Vertx vertx,
            RandomGenerator random,
            Clock clock,
            MeterRegistry meters) {
        this.config = config;
        this.vertx = vertx;
        this.random = random;
        this.meters = meters;
        this.uploads = new Upload.Surroundings(uploadsConfig, vertx, uploads, clock);
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setLocalAddress(config.localAddress().orElse(null))
                .setKeepAlive(true)
                // Shorter than any service's own patience: a connection is never re-used in the moment it is closed.
                .setKeepAliveTimeout(20)
                .setMaxPoolSize(config.connectionsPerService())
                .setMaxWaitQueueSize(config.waitingPerService())
                .setMaxHeaderSize(HEADER_BYTES)
                .setConnectTimeout(Math.toIntExact(config.connectTimeout().toMillis()))
                // A body that stands still for this long is not coming any more.
                .setIdleTimeout(Math.toIntExact(config.answerTimeout().toSeconds() * 2))
                .setDecompressionSupported(false)
                .setTcpNoDelay(true));
    }

    @PreDestroy
    void close() {
        var _ = client.close();
    }

    void forward(RoutingContext ctx, Routing.Answer.To to) {
        new Exchange(ctx, to, TraceParent.of(ctx.request().getHeader("traceparent"), random), this)
                .begin(Caller.of(ctx).key());
    }

    RoutesConfig config() {
        return config;
    }

    Vertx vertx() {
        return vertx;
    }

    MeterRegistry meters() {
        return meters;
    }

    Upload.Surroundings uploads() {
        return uploads;
    }

    HttpClient client() {
        return client;
    }

    /// A connection, tried for once more when it was refused. Not one byte of the call has left by then: whatever its
    /// method, sending it once more cannot do anything twice.
    Future<HttpClientRequest> connect(RequestOptions options, String service) {
        return client.request(options).recover(cause -> {
            if (!(cause instanceof ConnectException)) {
                return Future.failedFuture(cause);
            }
            countRetry(service);
            return vertx.timer(config.retryDelay().toMillis(), TimeUnit.MILLISECONDS)
                    .compose(_ -> client.request(options));
        });
    }

    void countRetry(String service) {
        meters.counter("gateway.retries", "service", service).increment();
    }
}
