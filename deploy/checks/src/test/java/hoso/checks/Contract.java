package hoso.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Whether a reader of the released schema can read the events of today, and the reader of today the events already
/// written. Within a major version only optional fields may come.
final class Contract {
    private static final List<String> FIXED = List.of("type", "format", "const", "pattern", "$ref");

    private Contract() {}

    static List<String> breaks(JsonNode released, JsonNode present) {
        var breaks = new ArrayList<String>();
        compare("", released, present, breaks);
        return breaks;
    }

    private static void compare(String at, JsonNode released, JsonNode present, List<String> breaks) {
        for (var word : FIXED) {
            if (!released.path(word).equals(present.path(word))) {
                breaks.add(at + " changed its " + word);
            }
        }
        if (!released.path("x-open").asBoolean()) {
            if (!set(released, "enum").equals(set(present, "enum"))) {
                breaks.add(at + " changed its enum");
            }
        } else if (!set(present, "enum").containsAll(set(released, "enum"))) {
            breaks.add(at + " lost a value of its enum");
        }
        if (isClosed(present) && !isClosed(released)) {
            breaks.add(at + " closed itself");
        }
        if (released.has("items")) {
            compare(at + "[]", released.path("items"), present.path("items"), breaks);
        }
        for (var property : released.path("properties").properties()) {
            var name = at + "/" + property.getKey();
            var now = present.path("properties").path(property.getKey());
            if (now.isMissingNode()) {
                breaks.add(name + " is gone");
            } else {
                compare(name, property.getValue(), now, breaks);
            }
        }
        for (var name : without(set(released, "required"), set(present, "required"))) {
            breaks.add(at + "/" + name + " is no longer promised");
        }
        for (var name : without(set(present, "required"), set(released, "required"))) {
            breaks.add(at + "/" + name + " is demanded of events already written");
        }
    }

    private static boolean isClosed(JsonNode schema) {
        var more = schema.path("additionalProperties");
        return more.isBoolean() && !more.asBoolean();
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        var rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    private static Set<String> set(JsonNode node, String field) {
        var names = new HashSet<String>();
        node.path(field).forEach(name -> names.add(name.asText()));
        return names;
    }
}
