package hoso.chassis.event;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// Takes the trace of a request (W3C Trace Context) for the events that come of it.
@Singleton
class TraceFilter {
    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
    private final Trace trace;

    TraceFilter(Trace trace) {
        this.trace = trace;
    }

    @ServerRequestFilter
    void follow(ContainerRequestContext request) {
        var parent = request.getHeaderString("traceparent");
        if (parent != null && TRACEPARENT.matcher(parent).matches()) {
            trace.follow(parent);
        }
    }
}
