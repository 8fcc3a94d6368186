package hoso.gateway.routes;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/// What a service is told of a call, and a caller of an answer.
record ExchangeHeaders(HttpServerRequest in, Routing.Answer.To to, TraceParent trace, URI publicUrl) {

    boolean announceBody() {
        return in.headers().contains(HttpHeaders.TRANSFER_ENCODING) || declared() > 0;
    }

    /// The length the caller says the body has, 0 if it says none.
    long declared() {
        var length = in.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }

    boolean readsOnly() {
        return HttpMethod.GET.equals(in.method()) || HttpMethod.HEAD.equals(in.method());
    }

    /// Whether an answer of that status to this call may have a body (RFC 9110, 6.4.1).
    boolean mayHaveBody(int status) {
        return !HttpMethod.HEAD.equals(in.method()) && status >= 200 && status != 204 && status != 304;
    }

    void inward(MultiMap headers) {
        var passes = HeaderRules.inward(headers.getAll(HttpHeaders.CONNECTION));
        List.copyOf(headers.names()).stream().filter(name -> !passes.test(name)).forEach(headers::remove);
        if (trace.begunHere()) {
            headers.remove("tracestate");
        }
        headers.set("traceparent", trace.value());
        headers.set("X-Forwarded-For", in.remoteAddress().hostAddress());
        headers.set("X-Forwarded-Proto", publicUrl.getScheme());
        // Configured, not taken from the Host header: a caller must not choose where links in a mail lead to.
        headers.set("X-Forwarded-Host", publicUrl.getAuthority());
        headers.set("X-Forwarded-Prefix", "/api/" + to.service());
    }

    void outward(ProxyResponse answer) {
        var headers = answer.headers();
        var passes = HeaderRules.outward(headers.getAll(HttpHeaders.CONNECTION));
        var links = new PublicLinks(to.service(), to.origin());
        for (var name : List.copyOf(headers.names())) {
            if (!passes.test(name)) {
                headers.remove(name);
                continue;
            }
            switch (name.toLowerCase(Locale.ROOT)) {
                case "location", "content-location" ->
                    headers.set(
                            name,
                            headers.getAll(name).stream().map(links::location).toList());
                case "link" ->
                    headers.set(
                            name, headers.getAll(name).stream().map(links::link).toList());
                default -> {}
            }
            // A service's own word on a header of ours replaces ours.
            in.response().headers().remove(name);
        }
        if (!headers.contains(HttpHeaders.CACHE_CONTROL)) {
            // Everything behind the gateway is about somebody unless its service says otherwise.
            headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }
}
