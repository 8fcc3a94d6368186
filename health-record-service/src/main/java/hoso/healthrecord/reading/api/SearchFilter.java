package hoso.healthrecord.reading.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One condition of a search: a parameter, and the values of which one must be met (`a,b`).
record SearchFilter(SearchParameter parameter, List<String> values) {
    /// Comparisons of dates and numbers; approximately (`ap`) is not offered.
    private static final List<String> PREFIXES = List.of("eq", "ne", "gt", "lt", "ge", "le", "sa", "eb");

    /// What in the values cannot be read; absent when all can.
    Optional<String> unreadable() {
        return parameter.kind() == SearchParameter.Kind.DATE
                ? values.stream()
                        .filter(value -> Span.of(rest(value)).isEmpty())
                        .findFirst()
                : Optional.empty();
    }

    boolean meets(JsonNode resource) {
        return values.stream().anyMatch(value -> found(resource).anyMatch(node -> matches(node, value)));
    }

    private Stream<JsonNode> found(JsonNode resource) {
        return parameter.elements().stream()
                .map(element -> resource.at("/" + element))
                .flatMap(node -> node.isArray() ? node.valueStream() : Stream.of(node))
                .filter(node -> !node.isMissingNode());
    }

    private boolean matches(JsonNode node, String value) {
        return switch (parameter.kind()) {
            case TOKEN -> token(node, value);
            case DATE -> date(node, value);
            case REFERENCE -> {
                var reference = node.path("reference").asText();
                yield reference.equals(value) || reference.endsWith("/" + value);
            }
            case STRING -> node.asText().toLowerCase(Locale.ROOT).startsWith(value.toLowerCase(Locale.ROOT));
        };
    }

    /// `system|code`, `|code` without a system, `system|` any of it, `code` in any system.
    private static boolean token(JsonNode node, String value) {
        if (node.has("coding")) {
            return node.path("coding").valueStream().anyMatch(coding -> token(coding, value));
        }
        var bar = value.indexOf('|');
        var code =
                node.isObject() ? node.path(node.has("code") ? "code" : "value").asText() : node.asText();
        if (bar < 0) {
            return code.equals(value);
        }
        var system = node.path("system").asText("");
        var wanted = value.substring(bar + 1);
        return (wanted.isEmpty() || wanted.equals(code))
                && (node.isTextual() || system.equals(value.substring(0, bar)));
    }

    private static boolean date(JsonNode node, String value) {
        var wanted = Span.of(rest(value)).orElseThrow();
        var target = span(node);
        if (target == null) {
            return false;
        }
        return switch (prefix(value)) {
            case "ne" -> !target.within(wanted);
            case "gt" -> target.end().isAfter(wanted.end());
            case "lt" -> target.start().isBefore(wanted.start());
            case "ge" -> target.end().isAfter(wanted.end()) || target.within(wanted);
            case "le" -> target.start().isBefore(wanted.start()) || target.within(wanted);
            case "sa" -> !target.start().isBefore(wanted.end());
            case "eb" -> !target.end().isAfter(wanted.start());
            default -> target.within(wanted);
        };
    }

    /// A date, or a Period, which without an end goes on.
    private static @Nullable Span span(JsonNode node) {
        if (!node.isObject()) {
            return Span.of(node.asText()).orElse(null);
        }
        var start = Span.of(node.path("start").asText());
        var end = Span.of(node.path("end").asText());
        return start.isEmpty() && end.isEmpty()
                ? null
                : new Span(
                        start.map(Span::start).orElse(Instant.MIN),
                        end.map(Span::end).orElse(Instant.MAX));
    }

    private static String prefix(String value) {
        return value.length() > 2 && PREFIXES.contains(value.substring(0, 2)) ? value.substring(0, 2) : "eq";
    }

    private static String rest(String value) {
        return value.length() > 2 && PREFIXES.contains(value.substring(0, 2)) ? value.substring(2) : value;
    }
}
