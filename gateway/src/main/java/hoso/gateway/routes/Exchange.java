package hoso.gateway.routes;

import hoso.gateway.problem.GatewayProblem;
import hoso.gateway.problem.GatewayProblem.Kind;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyResponse;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// One call, sent on and answered. vertx-http-proxy moves the messages; here is what the gateway promises beside that:
/// no connection before a small body is whole, an end to waiting, answering and length, a refusal for whatever goes
/// wrong,
/// and nothing sent twice that changes something. Runs on the event loop; every callback comes on the same thread.
final class Exchange implements ProxyInterceptor, Upload.Reader {

    private static final Logger LOG = Logger.getLogger(Exchange.class);
    private static final ProxyOptions NO_WEB_SOCKETS = new ProxyOptions().setSupportWebSocket(false);

    private final RoutingContext ctx;
    private final HttpServerRequest in;
    private final HttpServerResponse out;
    private final Routing.Answer.To to;
    private final TraceParent trace;
    private final ServiceClient services;
    private final ExchangeHeaders headers;
    private final Timer.Sample sample;
    private final Deadline deadline;

    private @Nullable Upload upload;
    private @Nullable Buffer whole;
    private @Nullable HttpClientRequest up;
    private boolean retried;
    private boolean answered;
    private boolean decided;
    private boolean over;

    Exchange(RoutingContext ctx, Routing.Answer.To to, TraceParent trace, ServiceClient services) {
        this.ctx = ctx;
        this.in = ctx.request();
        this.out = ctx.response();
        this.to = to;
        this.trace = trace;
        this.services = services;
        this.headers = new ExchangeHeaders(in, to, trace, services.config().publicUrl());
        this.sample = Timer.start(services.meters());
        this.deadline = new Deadline(services.vertx());
    }

    void begin(String caller) {
        ctx.addEndHandler(_ -> finish());
        if (headers.announceBody()) {
            upload = new Upload(in, caller, to.service(), services.uploads(), this);
            upload.begin(headers.declared());
        } else {
            send();
        }
    }

    // --- the body

    @Override
    public void whole(Buffer body) {
        whole = body;
        send();
    }

    @Override
    public void large() {
        send();
    }

    @Override
    public void gone() {
        reset();
    }

    @Override
    public void sent() {
        if (!answered) {
            deadline.in(services.config().answerTimeout(), this::answerTookTooLong);
        }
    }

    @Override
    public void refused(GatewayProblem problem) {
        if (answered || decided) {
            // The service has begun to answer; a broken connection tells the caller that it is not whole.
            reset();
            in.connection().close();
            return;
        }
        reset();
        refuse(problem);
    }

    // --- the call

    private void send() {
        var answer = services.config().answerTimeout();
        var wait = isStreamed() ? answer.plus(services.uploads().config().longest()) : answer;
        deadline.in(wait, this::answerTookTooLong);
        HttpProxy.reverseProxy(NO_WEB_SOCKETS, services.client())
                .origin(_ -> connect())
                .addInterceptor(this)
                .handle(in);
    }

    private boolean isStreamed() {
        return upload != null && whole == null;
    }

    private Future<HttpClientRequest> connect() {
        var origin = to.origin();
        var secure = "https".equals(origin.getScheme());
        return services.connect(
                        new RequestOptions()
                                .setHost(origin.getHost())
                                .setPort(origin.getPort() > 0 ? origin.getPort() : secure ? 443 : 80)
                                .setSsl(secure),
                        to.service())
                .compose(request -> {
                    if (over || decided) {
                        request.reset();
                        return Future.failedFuture("nobody waits any more");
                    }
                    up = request;
                    request.exceptionHandler(_ -> {});
                    return Future.succeededFuture(request);
                });
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext proxy) {
        var request = proxy.request();
        request.setURI(to.target());
        headers.inward(request.headers());
        if (whole != null) {
            request.setBody(Body.body(whole));
        } else if (upload != null) {
            request.setBody(Body.body(upload, headers.declared() > 0 ? headers.declared() : -1));
        } else {
            request.setBody(null);
            in.resume();
        }
        return proxy.sendRequest().compose(this::answers, cause -> unanswered(proxy, cause));
    }

    private Future<ProxyResponse> unanswered(ProxyContext proxy, Throwable cause) {
        // The caller has gone or was answered, and nobody is at fault. A reset alone does not say so: the proxy resets
        // as
        // well when the service breaks off while a body is sent to it.
        if (over || decided) {
            return never();
        }
        if (up == null) {
            return fail(Kind.SERVICE_UNAVAILABLE, cause);
        }
        if (headers.readsOnly() && upload == null && !retried) {
            // A kept connection that the service closed as it was used; reading twice changes nothing.
            retried = true;
            services.countRetry(to.service());
            up = null;
            return proxy.sendRequest().compose(this::answers, again -> unanswered(proxy, again));
        }
        return fail(Kind.UNREADABLE_ANSWER, cause);
    }

    private Future<ProxyResponse> answers(ProxyResponse answer) {
        if (over || decided) {
            return never();
        }
        answered = true;
        deadline.stop();
        return Future.succeededFuture(answer);
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext proxy) {
        var answer = proxy.response();
        headers.outward(answer);
        if (upload != null && !upload.isWhole()) {
            // Answered before it was all sent (401, 413 …): the rest is read and forgotten, the connection not kept.
            answer.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        deadline.in(services.config().exchangeTimeout(), this::cut);
        var body = answer.getBody();
        if (body != null && body.length() < 0 && !headers.mayHaveBody(answer.getStatusCode())) {
            answer.setBody(null);
        } else if (body != null) {
            if (body.length() > services.config().answerLimitBytes()) {
                return fail(Kind.UNREADABLE_ANSWER, null).mapEmpty();
            }
            answer.setBody(Body.body(
                    new Bounded(body.stream(), services.config().answerLimitBytes(), this::cut), body.length()));
        }
        return proxy.sendResponse().recover(this::brokenOff);
    }

    private Future<Void> brokenOff(Throwable cause) {
        if (!over && !decided && !out.headWritten()) {
            return fail(Kind.UNREADABLE_ANSWER, cause);
        }
        // Half an answer is out, or nobody reads it.
        in.connection().close();
        return never();
    }

    // --- refusals

    private void answerTookTooLong() {
        if (!over && !decided) {
            var _ = fail(Kind.SERVICE_TIMEOUT, null);
        }
    }

    /// An answer that has no end within its time or length: a broken connection tells the caller that it is not whole.
    private void cut() {
        if (over || decided) {
            return;
        }
        LOG.warnf("answer without an end service=%s method=%s trace=%s", to.service(), in.method(), trace.traceId());
        services.meters()
                .counter("gateway.answers.cut", "service", to.service())
                .increment();
        reset();
        in.connection().close();
    }

    private <T> Future<T> fail(Kind kind, @Nullable Throwable cause) {
        LOG.warnf(
                "service not answering service=%s method=%s problem=%s cause=%s trace=%s",
                to.service(),
                in.method(),
                kind.slug(),
                cause == null ? "-" : cause.getClass().getSimpleName(),
                trace.traceId());
        var problem = GatewayProblem.of(kind).retryAfter(services.config().retryAfter());
        var closes = upload != null && !upload.isWhole();
        reset();
        refuse(closes ? problem.closing() : problem);
        return never();
    }

    private void refuse(GatewayProblem problem) {
        decided = true;
        deadline.stop();
        services.meters()
                .counter("gateway.refusals", "problem", problem.kind().slug())
                .increment();
        problem.answer(ctx);
        in.resume();
    }

    /// The proxy is told nothing more: the answer is out.
    private static <T> Future<T> never() {
        return Promise.<T>promise().future();
    }

    private void reset() {
        decided = true;
        if (up != null) {
            up.reset();
        }
    }

    private void finish() {
        if (over) {
            return;
        }
        over = true;
        deadline.stop();
        if (upload != null) {
            upload.finish();
        }
        if (!out.ended()) {
            // The caller has gone: the service need not go on.
            reset();
        }
        sample.stop(Timer.builder("gateway.calls")
                .tag("service", to.service())
                .tag("method", in.method().name())
                .tag("status", out.headWritten() ? Integer.toString(out.getStatusCode()) : "gone")
                .publishPercentileHistogram(false)
                .register(services.meters()));
    }
}
