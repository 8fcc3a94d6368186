package hoso.gateway.routes;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Where `/api/<name>/…` goes: to the service of that name, prefix stripped. What only operators may see has no route.
/// A well-known address of `…/api/<name>` has its word in front of the path (RFC 8615, RFC 8414 section 3): it is
/// answered by the same service.
record Routing(Map<String, URI> services) {

    sealed interface Answer {
        record To(String service, URI origin, String target) implements Answer {}

        record Nowhere() implements Answer {}

        record WrongMethod(String allowed) implements Answer {}
    }

    private static final Set<String> READING = Set.of("GET", "HEAD");

    /// What a service may tell there: of itself as OAuth server, and as issuer of credentials.
    private static final Set<String> WELL_KNOWN =
            Set.of("oauth-authorization-server", "openid-credential-issuer", "jwt-vc-issuer");

    static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

    Answer find(String method, RequestTarget.Clean target) {
        var segments = target.segments();
        if (".well-known".equals(segments.getFirst())) {
            return wellKnown(method, segments);
        }
        if (segments.size() < 2 || !"api".equals(segments.get(0))) {
            return new Answer.Nowhere();
        }
        var origin = services.get(segments.get(1));
        if (origin == null) {
            return new Answer.Nowhere();
        }
        if (!METHODS.contains(method)) {
            return new Answer.WrongMethod(
                    String.join(", ", METHODS.stream().sorted().toList()));
        }
        var first = segments.size() < 3 ? "" : segments.get(2).toLowerCase(Locale.ROOT);
        return switch (first) {
            // Health, metrics and whatever else a framework puts beside them are for the cluster, not for the street.
            case "q" -> new Answer.Nowhere();
            case "contract" ->
                READING.contains(method)
                        ? new Answer.To(segments.get(1), origin, target.after(2))
                        : new Answer.WrongMethod("GET, HEAD");
            default -> new Answer.To(segments.get(1), origin, target.after(2));
        };
    }

    private Answer wellKnown(String method, List<String> segments) {
        if (segments.size() != 4 || !WELL_KNOWN.contains(segments.get(1)) || !"api".equals(segments.get(2))) {
            return new Answer.Nowhere();
        }
        var origin = services.get(segments.get(3));
        if (origin == null) {
            return new Answer.Nowhere();
        }
        return READING.contains(method)
                ? new Answer.To(segments.get(3), origin, "/.well-known/" + segments.get(1))
                : new Answer.WrongMethod("GET, HEAD");
    }
}
