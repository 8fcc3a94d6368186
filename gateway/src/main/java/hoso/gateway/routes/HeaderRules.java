package hoso.gateway.routes;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Which headers pass the gateway. Hop-by-hop ones end here (RFC 9110, 7.6.1), so do all that a caller could use to
/// speak as the gateway, and cookies: nobody behind the gateway is known by one, so no page elsewhere can lend one.
final class HeaderRules {

    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "http2-settings");

    private static final Set<String> NOT_INWARD = Set.of(
            "host",
            // The gateway itself tells a caller to go on.
            "expect",
            "cookie",
            "forwarded",
            "x-real-ip",
            "true-client-ip",
            "x-client-ip",
            "x-cluster-client-ip",
            "client-ip",
            "x-original-url",
            "x-rewrite-url",
            "x-http-method",
            "x-http-method-override",
            "x-method-override",
            "traceparent",
            "content-length");

    private static final Set<String> NOT_OUTWARD = Set.of("set-cookie", "server", "x-powered-by", "content-length");

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^`|~-]{1,64}");

    private HeaderRules() {}

    /// `connection`: the values of the message's own Connection headers, which name further hop-by-hop headers.
    static Predicate<String> inward(List<String> connection) {
        var named = named(connection);
        return name -> {
            var lower = name.toLowerCase(Locale.ROOT);
            // No underscore: a CGI-like reader cannot tell X_Forwarded_For from X-Forwarded-For.
            return NAME.matcher(name).matches()
                    && !named.contains(lower)
                    && !NOT_INWARD.contains(lower)
                    && !lower.startsWith("x-forwarded-");
        };
    }

    static Predicate<String> outward(List<String> connection) {
        var named = named(connection);
        return name -> {
            var lower = name.toLowerCase(Locale.ROOT);
            return !named.contains(lower) && !NOT_OUTWARD.contains(lower) && !lower.startsWith("access-control-");
        };
    }

    private static Set<String> named(List<String> connection) {
        var named = new HashSet<>(HOP_BY_HOP);
        connection.stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(value -> value.strip().toLowerCase(Locale.ROOT))
                // A caller may not have the proof of who is calling removed on the way.
                .filter(value -> !value.equals("authorization"))
                .forEach(named::add);
        return named;
    }
}
