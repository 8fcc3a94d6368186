package hoso.check.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;

/// Bends a JSON value in one or two places: another type, another value, a member more, a member less.
final class Twist {
    private static final int DEEPEST = 4;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /// Stands where a number is written that no JSON library would write.
    private static final String NUMBER = "@number@";

    private Twist() {}

    /// The value, bent, as text.
    static String bent(JsonNode value, Chance chance) {
        var bent = value.deepCopy();
        var times = 1 + chance.below(2);
        for (var i = 0; i < times; i++) {
            if (!twist(bent, chance)) {
                bent = other(chance);
            }
        }
        return text(bent, chance);
    }

    /// The value as text, with a number of its own for each place that waits for one.
    static String text(JsonNode value, Chance chance) {
        var text = value.toString();
        while (text.contains('"' + NUMBER + '"')) {
            text = text.replaceFirst('"' + NUMBER + '"', chance.pick(Values.NUMBERS));
        }
        return text;
    }

    private static boolean twist(JsonNode root, Chance chance) {
        var place = root;
        for (var depth = 0; depth < DEEPEST; depth++) {
            var inner = containers(place);
            if (inner.isEmpty() || chance.percent(40)) {
                break;
            }
            place = chance.pick(inner);
        }
        return switch (place) {
            case ObjectNode object
            when !object.isEmpty() -> {
                twist(object, chance);
                yield true;
            }
            case ArrayNode array -> {
                twist(array, chance);
                yield true;
            }
            default -> false;
        };
    }

    private static List<JsonNode> containers(JsonNode place) {
        var inner = new ArrayList<JsonNode>();
        place.forEach(one -> {
            if (one.isContainerNode() && !one.isEmpty()) {
                inner.add(one);
            }
        });
        return inner;
    }

    private static void twist(ObjectNode object, Chance chance) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        var name = chance.pick(names);
        switch (chance.below(10)) {
            case 0 -> object.remove(name);
            case 1 -> object.set("extra" + chance.below(9), other(chance));
            case 2 -> object.set("__proto__", other(chance));
            default -> object.set(name, other(chance));
        }
    }

    private static void twist(ArrayNode array, Chance chance) {
        switch (chance.below(5)) {
            case 0 -> array.removeAll();
            case 1 -> array.add(other(chance));
            case 2 -> {
                var one = array.isEmpty() ? other(chance) : array.get(0);
                for (var i = 0; i < 300; i++) {
                    array.add(one.deepCopy());
                }
            }
            default -> array.insert(0, other(chance));
        }
    }

    private static JsonNode other(Chance chance) {
        return switch (chance.below(12)) {
            case 0 -> NullNode.instance;
            case 1 -> NODES.booleanNode(chance.percent(50));
            case 2, 3 -> TextNode.valueOf(NUMBER);
            case 4 -> NODES.arrayNode();
            case 5 -> NODES.objectNode();
            case 6 -> NODES.arrayNode().add(NullNode.instance);
            case 7 -> NODES.objectNode().put("a", 1);
            default -> TextNode.valueOf(chance.pick(Values.STRINGS));
        };
    }
}
