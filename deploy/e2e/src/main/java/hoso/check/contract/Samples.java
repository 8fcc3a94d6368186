package hoso.check.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import hoso.e2e.Http;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;

/// A value that a schema of a contract describes, or the example beside it: what a caller in good faith would send.
public final class Samples {
    /// An id that nothing has.
    public static final String UNKNOWN = "0192f0c4-7d1c-7abc-8def-0123456789ab";

    private static final int DEEPEST = 6;
    private static final Pattern NUMBER = Pattern.compile("\\b003\\d{9}\\b");
    private static final String NOBODY = "003099000999";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Samples() {}

    /// The example of a media type, or else a value of its schema.
    public static JsonNode of(Operation operation, JsonNode media) {
        var sample = media.has("example") ? media.path("example") : value(operation, media.path("schema"), 0);
        return ofNobody(sample.toString());
    }

    /// People of the demo stand in some examples; what is made here is about somebody who is not.
    private static JsonNode ofNobody(String sample) {
        try {
            return Http.JSON.readTree(NUMBER.matcher(sample).replaceAll(NOBODY));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode value(Operation operation, JsonNode unresolved, int depth) {
        var schema = operation.resolved(unresolved);
        if (depth > DEEPEST) {
            return NullNode.instance;
        }
        for (var given : new String[] {"example", "const", "default"}) {
            if (schema.has(given)) {
                return schema.path(given).deepCopy();
            }
        }
        if (schema.has("enum")) {
            return schema.path("enum").path(0);
        }
        for (var choice : new String[] {"oneOf", "anyOf"}) {
            if (schema.has(choice)) {
                return value(operation, schema.path(choice).path(0), depth + 1);
            }
        }
        if (schema.has("allOf")) {
            var all = NODES.objectNode();
            schema.path("allOf").forEach(part -> {
                if (value(operation, part, depth + 1) instanceof ObjectNode members) {
                    all.setAll(members);
                }
            });
            return all;
        }
        return byType(operation, schema, depth);
    }

    private static JsonNode byType(Operation operation, JsonNode schema, int depth) {
        var type = schema.path("type").isArray() ? schema.path("type").path(0) : schema.path("type");
        return switch (schema.has("properties") ? "object" : type.asText()) {
            case "object" -> object(operation, schema, depth);
            case "array" -> new ArrayNode(NODES).add(value(operation, schema.path("items"), depth + 1));
            case "integer", "number" -> NODES.numberNode(schema.path("minimum").asLong(1));
            case "boolean" -> NODES.booleanNode(true);
            default -> text(schema);
        };
    }

    private static ObjectNode object(Operation operation, JsonNode schema, int depth) {
        var object = NODES.objectNode();
        for (var property : schema.path("properties").properties()) {
            object.set(property.getKey(), value(operation, property.getValue(), depth + 1));
        }
        return object;
    }

    private static JsonNode text(JsonNode schema) {
        return TextNode.valueOf(
                switch (schema.path("format").asText()) {
                    case "uuid" -> UNKNOWN;
                    case "date" -> "2026-01-02";
                    case "date-time" -> "2026-12-02T00:00:00Z";
                    default -> schema.path("pattern").asText().contains("{12}") ? NOBODY : "x";
                });
    }
}
