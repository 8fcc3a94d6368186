package hoso.gateway.routes;

import hoso.gateway.problem.GatewayProblem;
import hoso.gateway.problem.GatewayProblem.Kind;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Sends a call on and its answer back, both as streams: no body is ever held whole, so 10 MB visits cost the gateway
/// a few buffers each. Runs on the event loop; every callback of one call comes on the same thread.
@ApplicationScoped
class ServiceClient {

    private static final Logger LOG = Logger.getLogger(ServiceClient.class);

    /// Services answer with a handful of headers; more is a fault or an attack on the caller.
    private static final int HEADER_BYTES = 32 * 1024;

    private final RoutesConfig config;
    private final Vertx vertx;
    private final RandomGenerator random;
    private final MeterRegistry meters;
    private final HttpClient client;

    ServiceClient(RoutesConfig config, Vertx vertx, RandomGenerator random, MeterRegistry meters) {
        this.config = config;
        this.vertx = vertx;
        this.random = random;
        this.meters = meters;
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
        new Call(ctx, to).begin();
    }

    private final class Call {

        private final RoutingContext ctx;
        private final HttpServerRequest in;
        private final HttpServerResponse out;
        private final Routing.Answer.To to;
        private final TraceParent trace;
        private final Timer.Sample sample = Timer.start(meters);
        private final boolean hasBody;

        private @Nullable HttpClientRequest up;
        private long deadline = -1;
        private long received;
        private boolean retried;
        private boolean sent;
        private boolean decided;
        private boolean over;

        Call(RoutingContext ctx, Routing.Answer.To to) {
            this.ctx = ctx;
            this.in = ctx.request();
            this.out = ctx.response();
            this.to = to;
            this.trace = TraceParent.of(in.getHeader("traceparent"), random);
            this.hasBody = in.headers().contains(HttpHeaders.TRANSFER_ENCODING) || declared() > 0;
        }

        void begin() {
            ctx.addEndHandler(_ -> finish());
            if (declared() > config.bodyLimitBytes()) {
                tooLarge();
                return;
            }
            in.pause();
            connect();
        }

        private long declared() {
            var length = in.getHeader(HttpHeaders.CONTENT_LENGTH);
            return length == null ? 0 : Long.parseLong(length);
        }

        private void connect() {
            var origin = to.origin();
            var secure = "https".equals(origin.getScheme());
            var port = origin.getPort() > 0 ? origin.getPort() : secure ? 443 : 80;
            var options = new RequestOptions()
                    .setHost(origin.getHost())
                    .setPort(port)
                    .setSsl(secure)
                    .setMethod(in.method())
                    .setURI(to.target());
            client.request(options)
                    .onSuccess(request -> {
                        if (over) {
                            request.reset();
                        } else {
                            send(request);
                        }
                    })
                    .onFailure(this::notConnected);
        }

        /// Not one byte of the call has left: whatever its method, sending it once more cannot do anything twice.
        private void notConnected(Throwable cause) {
            if (over) {
                return;
            }
            if (cause instanceof ConnectException && !retried) {
                retried();
                vertx.setTimer(config.retryDelay().toMillis(), _ -> {
                    if (!over) {
                        connect();
                    }
                });
                return;
            }
            fail(Kind.SERVICE_UNAVAILABLE, cause);
        }

        private void retried() {
            retried = true;
            meters.counter("gateway.retries", "service", to.service()).increment();
        }

        private void send(HttpClientRequest request) {
            up = request;
            copyRequestHeaders(request);
            request.response().onSuccess(this::answered).onFailure(cause -> unanswered(request, cause));
            request.exceptionHandler(_ -> {});
            if (!hasBody) {
                sent = true;
                var _ = request.end();
                startDeadline(config.answerTimeout().toMillis(), () -> fail(Kind.SERVICE_TIMEOUT, null));
                in.resume();
                return;
            }
            startDeadline(config.uploadTimeout().toMillis(), this::uploadTookTooLong);
            in.handler(chunk -> pass(request, chunk));
            in.endHandler(_ -> sentWhole(request));
            in.exceptionHandler(_ -> request.reset());
            in.resume();
        }

        private void pass(HttpClientRequest request, Buffer chunk) {
            if (over || sent) {
                return;
            }
            received += chunk.length();
            if (received > config.bodyLimitBytes()) {
                // Broken off before its end: the service sees no complete body and stores nothing.
                decided = true;
                request.reset();
                tooLarge();
                return;
            }
            var _ = request.write(chunk);
            if (request.writeQueueFull()) {
                in.pause();
                request.drainHandler(_ -> in.resume());
            }
        }

        private void sentWhole(HttpClientRequest request) {
            if (over || sent) {
                return;
            }
            sent = true;
            var _ = request.end();
            startDeadline(config.answerTimeout().toMillis(), () -> fail(Kind.SERVICE_TIMEOUT, null));
        }

        private void uploadTookTooLong() {
            if (up != null && up.writeQueueFull()) {
                fail(Kind.SERVICE_TIMEOUT, null);
                return;
            }
            decided = true;
            reset();
            refuse(GatewayProblem.of(Kind.UPLOAD_TOO_SLOW)
                    .with("limitSeconds", config.uploadTimeout().toSeconds())
                    .closing());
        }

        private void answered(HttpClientResponse answer) {
            if (decided || over) {
                return;
            }
            decided = true;
            stopDeadline();
            if (!sent) {
                // Answered before it was all sent (401, 413 …): the rest is read and forgotten, the connection not
                // kept.
                sent = true;
                forgetTheRest();
                out.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            }
            out.setStatusCode(answer.statusCode());
            copyAnswerHeaders(answer);
            answer.exceptionHandler(_ -> {});
            answer.pipeTo(out).onFailure(_ -> {
                if (!out.ended() && !out.closed()) {
                    in.connection().close();
                }
            });
        }

        private void unanswered(HttpClientRequest request, Throwable cause) {
            if (decided || over) {
                return;
            }
            var readsOnly = HttpMethod.GET.equals(in.method()) || HttpMethod.HEAD.equals(in.method());
            if (readsOnly && !hasBody && !retried) {
                // A kept connection that the service closed as it was used; reading twice changes nothing.
                retried();
                stopDeadline();
                request.reset();
                connect();
                return;
            }
            fail(Kind.UNREADABLE_ANSWER, cause);
        }

        private void copyRequestHeaders(HttpClientRequest request) {
            var passes = HeaderRules.inward(in.headers().getAll(HttpHeaders.CONNECTION));
            var headers = request.headers();
            in.headers().forEach((name, value) -> {
                if (passes.test(name)) {
                    headers.add(name, value);
                }
            });
            if (trace.begunHere()) {
                headers.remove("tracestate");
            }
            headers.set("traceparent", trace.value());
            headers.set("X-Forwarded-For", in.remoteAddress().hostAddress());
            headers.set("X-Forwarded-Proto", config.publicUrl().getScheme());
            // Configured, not taken from the Host header: a caller must not choose where links in a mail lead to.
            headers.set("X-Forwarded-Host", config.publicUrl().getAuthority());
            headers.set("X-Forwarded-Prefix", "/api/" + to.service());
            if (hasBody) {
                if (in.headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
                    request.setChunked(true);
                } else {
                    headers.set(HttpHeaders.CONTENT_LENGTH, Long.toString(declared()));
                }
            } else if (in.headers().contains(HttpHeaders.CONTENT_LENGTH)) {
                headers.set(HttpHeaders.CONTENT_LENGTH, "0");
            }
        }

        private void copyAnswerHeaders(HttpClientResponse answer) {
            var passes = HeaderRules.outward(answer.headers().getAll(HttpHeaders.CONNECTION));
            var links = new PublicLinks(to.service(), to.origin());
            // A service's own word on a header of ours replaces ours.
            for (var name : List.copyOf(answer.headers().names())) {
                if (!passes.test(name)) {
                    continue;
                }
                var values = answer.headers().getAll(name);
                out.headers()
                        .set(
                                name,
                                switch (name.toLowerCase(Locale.ROOT)) {
                                    case "location", "content-location" ->
                                        values.stream().map(links::location).toList();
                                    case "link" ->
                                        values.stream().map(links::link).toList();
                                    default -> values;
                                });
            }
            if (!out.headers().contains(HttpHeaders.CACHE_CONTROL)) {
                // Everything behind the gateway is about somebody unless its service says otherwise.
                out.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            }
            var length = answer.getHeader(HttpHeaders.CONTENT_LENGTH);
            if (length != null) {
                out.putHeader(HttpHeaders.CONTENT_LENGTH, length);
            } else if (mayHaveBody(answer.statusCode())) {
                out.setChunked(true);
            }
        }

        private boolean mayHaveBody(int status) {
            return !HttpMethod.HEAD.equals(in.method()) && status >= 200 && status != 204 && status != 304;
        }

        private void forgetTheRest() {
            if (!in.isEnded()) {
                in.handler(_ -> {});
                in.endHandler(_ -> {});
                in.resume();
            }
        }

        private void tooLarge() {
            refuse(GatewayProblem.of(Kind.TOO_LARGE)
                    .with("limitBytes", config.bodyLimitBytes())
                    .closing());
        }

        private void fail(Kind kind, @Nullable Throwable cause) {
            LOG.warnf(
                    "service not answering service=%s method=%s problem=%s cause=%s trace=%s",
                    to.service(),
                    in.method(),
                    kind.slug(),
                    cause == null ? "-" : cause.getClass().getSimpleName(),
                    trace.traceId());
            decided = true;
            reset();
            var problem = GatewayProblem.of(kind).retryAfter(config.retryAfter());
            refuse(hasBody && !sent ? problem.closing() : problem);
        }

        private void refuse(GatewayProblem problem) {
            decided = true;
            stopDeadline();
            meters.counter("gateway.refusals", "problem", problem.kind().slug()).increment();
            sent = true;
            forgetTheRest();
            problem.answer(ctx);
        }

        private void reset() {
            if (up != null) {
                up.reset();
            }
        }

        private void finish() {
            if (over) {
                return;
            }
            over = true;
            stopDeadline();
            if (!out.ended()) {
                // The caller has gone: the service need not go on.
                reset();
            }
            sample.stop(Timer.builder("gateway.calls")
                    .tag("service", to.service())
                    .tag("method", in.method().name())
                    .tag("status", Integer.toString(out.getStatusCode()))
                    .publishPercentileHistogram(false)
                    .register(meters));
        }

        private void startDeadline(long millis, Runnable then) {
            stopDeadline();
            deadline = vertx.setTimer(millis, _ -> {
                deadline = -1;
                if (!over && !decided) {
                    then.run();
                }
            });
        }

        private void stopDeadline() {
            if (deadline >= 0) {
                vertx.cancelTimer(deadline);
                deadline = -1;
            }
        }
    }
}
