package hoso.healthrecord.document.fhir;

import static hoso.healthrecord.document.fhir.FhirJson.codes;
import static hoso.healthrecord.document.fhir.FhirJson.text;

import com.fasterxml.jackson.databind.JsonNode;
import hoso.healthrecord.document.Flaw.Code;
import hoso.healthrecord.document.Flaws;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Holds a resource to what FHIR R4 says of its type: elements that must be there, how often, of which types, and codes
/// of required bindings. An element that FHIR does not know, or not in this form, is told and kept.
final class FhirStructureReader {
    private static final Set<String> ADDRESSES = Set.of("uri", "url", "canonical", "oid", "uuid");
    private static final Pattern BLANK = Pattern.compile("\\s");
    private static final Pattern NO_ID = Pattern.compile("[^A-Za-z0-9.-]");
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,17})");
    private static final Map<String, Pattern> FORMATS = Map.of(
            "date",
            Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?"),
            "dateTime",
            Pattern.compile("\\d{4}(-\\d{2}(-\\d{2}(T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2}))?)?)?"),
            "instant",
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})"),
            "time",
            Pattern.compile("\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?"));

    private final Flaws flaws;
    private final Set<String> told;

    private FhirStructureReader(Flaws flaws, Set<String> told) {
        this.flaws = flaws;
        this.told = told;
    }

    /// @param told gets the places of elements that the type does not have, or not in this form
    static void check(FhirJson.Entry entry, Flaws flaws, Set<String> told) {
        var type = FhirTypes.of(entry.type());
        if (type == null) {
            flaws.add(entry.pointer() + ".resourceType", entry.type().isEmpty() ? Code.MISSING : Code.UNKNOWN_CODE);
            return;
        }
        // Of what a definition is made no record has a use.
        if (!type.elements().isEmpty()) {
            new FhirStructureReader(flaws, told).walk(type, entry.resource(), entry.pointer());
        }
    }

    private void walk(FhirTypes.Type type, JsonNode parent, String pointer) {
        for (var element : type.elements()) {
            element(element, parent, pointer);
        }
        for (var child : parent.properties()) {
            var key = child.getKey();
            var name = key.startsWith("_") ? key.substring(1) : key;
            if (!type.byKey().containsKey(name)
                    && !key.equals("resourceType")
                    && !child.getValue().isNull()) {
                told.add(pointer + "." + key);
            }
        }
    }

    private void element(FhirTypes.Element element, JsonNode parent, String pointer) {
        if (element.needed() && !present(element, parent)) {
            flaws.add(pointer + "." + element.name(), Code.MISSING);
            return;
        }
        var filled = 0;
        for (var key : element.keys().entrySet()) {
            var node = parent.path(key.getKey());
            if (node.isMissingNode() || node.isNull()) {
                continue;
            }
            if (++filled == 2) {
                flaws.add(pointer + "." + element.name(), Code.WRONG_TYPE);
            }
            var place = pointer + "." + key.getKey();
            if (!node.isArray()) {
                if (element.many()) {
                    // A list of one that is written as the one: its meaning is plain, and the sender is told.
                    told.add(place);
                }
                item(element, key.getValue(), node, place);
            } else if (element.many()) {
                for (int i = 0; i < node.size(); i++) {
                    item(element, key.getValue(), node.path(i), place + "[" + i + "]");
                }
            } else {
                flaws.add(place, Code.WRONG_TYPE);
            }
        }
    }

    private void item(FhirTypes.Element element, String type, JsonNode node, String pointer) {
        // Where there is none, a primitive of a list is null and has its reason beside it.
        if (node.isNull()) {
            return;
        }
        if (node.isObject() && node.isEmpty()) {
            flaws.add(pointer, Code.MISSING);
            return;
        }
        if (isOddText(element, type, node)) {
            told.add(pointer);
        }
        var code = primitive(type, node);
        if (code != null) {
            flaws.add(pointer, code);
        } else if (!element.codes().isEmpty() && !known(node, element.codes())) {
            flaws.add(pointer, Code.UNKNOWN_CODE);
        } else if (node.isObject()) {
            var inner = FhirTypes.of(type);
            if (inner != null) {
                walk(inner, node, pointer);
            }
        }
    }

    /// An address with blanks in it, or an id with other letters: nothing can be found by it, and it harms nobody.
    private static boolean isOddText(FhirTypes.Element element, String type, JsonNode node) {
        var odd = ADDRESSES.contains(type) || element.name().equals("reference")
                ? BLANK
                : type.equals("id") ? NO_ID : null;
        return odd != null && node.isTextual() && odd.matcher(node.asText()).find();
    }

    /// What is wrong with the form of a value; null when it has the form of its type.
    private static @Nullable Code primitive(String type, JsonNode node) {
        if (Character.isUpperCase(type.charAt(0))) {
            return node.isObject() ? null : Code.WRONG_TYPE;
        }
        return switch (type) {
            case "boolean" -> node.isBoolean() ? null : Code.WRONG_TYPE;
            case "decimal" -> node.isNumber() ? null : Code.WRONG_TYPE;
            case "integer", "positiveInt", "unsignedInt" -> whole(type, node) ? null : Code.WRONG_TYPE;
            default -> {
                if (!node.isTextual()) {
                    yield Code.WRONG_TYPE;
                }
                var format = FORMATS.get(type);
                var isRight = format == null || format.matcher(node.asText()).matches();
                yield isRight ? null : Code.WRONG_DATE;
            }
        };
    }

    private static boolean whole(String type, JsonNode node) {
        return node.isNumber()
                && NUMBER.matcher(node.asText()).matches()
                && (type.equals("integer") || node.decimalValue().signum() >= (type.equals("positiveInt") ? 1 : 0));
    }

    /// A code must be of the list; of the codings of a concept one must be, and a concept of words alone has
    /// none.
    private static boolean known(JsonNode node, Set<String> codes) {
        if (node.isObject()) {
            var theirs = new HashSet<>(codes(node).toList());
            return theirs.isEmpty() || theirs.stream().anyMatch(codes::contains);
        }
        var code = text(node);
        return code == null || codes.contains(code);
    }

    /// Is there a value, or a reason why there is none (`_status` with `data-absent-reason`)?
    private static boolean present(FhirTypes.Element element, JsonNode parent) {
        return element.keys().keySet().stream()
                .flatMap(key -> List.of(parent.path(key), parent.path("_" + key)).stream())
                .anyMatch(FhirStructureReader::filled);
    }

    private static boolean filled(JsonNode node) {
        return node.isContainerNode() ? !node.isEmpty() : text(node) != null;
    }
}
