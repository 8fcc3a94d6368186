package hoso.check.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// Compares an answer with what it must hold: the members of an object (null: it has none), the items of a list in
/// order and number, texts and numbers by their value.
final class Expected {
    private Expected() {}

    /// Each difference, with its place.
    static List<String> differences(JsonNode answer, JsonNode expected) {
        var found = new ArrayList<String>();
        compare(answer, expected, "", found);
        return found;
    }

    private static void compare(JsonNode answer, JsonNode expected, String place, List<String> found) {
        if (expected.isMissingNode()) {
            return;
        }
        if (expected.isNull()) {
            if (!answer.isMissingNode() && !answer.isNull()) {
                found.add(place + " is " + answer + ", and there must be none");
            }
        } else if (expected.isObject()) {
            expected.properties()
                    .forEach(member -> compare(
                            answer.path(member.getKey()), member.getValue(), place + "." + member.getKey(), found));
        } else if (expected.isArray()) {
            if (answer.size() != expected.size()) {
                found.add(place + " has " + answer.size() + " items, not " + expected.size());
            }
            for (int i = 0; i < expected.size(); i++) {
                compare(answer.path(i), expected.path(i), place + "[" + i + "]", found);
            }
        } else if (!same(answer, expected)) {
            found.add(place + " is " + answer + ", not " + expected);
        }
    }

    private static boolean same(JsonNode answer, JsonNode expected) {
        var numbers = expected.isNumber() && answer.isNumber();
        return numbers
                ? answer.decimalValue().compareTo(expected.decimalValue()) == 0
                : answer.asText("").equals(expected.asText());
    }
}
