package hoso.gateway.routes;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Where `/api/<name>/…` goes: to the service of that name, prefix stripped. What only operators may see has no route.
record Routing(Map<String, URI> services) {

    sealed interface Answer {
        record To(String service, URI origin, String target) implements Answer {}

        record Nowhere() implements Answer {}

        record WrongMethod(String allowed) implements Answer {}
    }

    static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

    Answer find(String method, RequestTarget.Clean target) {
        var segments = target.segments();
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
                Set.of("GET", "HEAD").contains(method)
                        ? new Answer.To(segments.get(1), origin, target.after(2))
                        : new Answer.WrongMethod("GET, HEAD");
            default -> new Answer.To(segments.get(1), origin, target.after(2));
        };
    }
}
