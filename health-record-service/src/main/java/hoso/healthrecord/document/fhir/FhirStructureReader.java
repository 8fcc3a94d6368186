package hoso.healthrecord.document.fhir;

import static hoso.healthrecord.document.fhir.FhirJson.codes;
import static hoso.healthrecord.document.fhir.FhirJson.text;

import com.fasterxml.jackson.databind.JsonNode;
import hoso.healthrecord.document.Flaw.Code;
import hoso.healthrecord.document.Flaws;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What FHIR R4 requires of each resource type: elements that must be there, and codes of required bindings.
final class FhirStructureReader {
    private static final Map<String, List<Rule>> TYPES = read();

    /// One element: `status`, `component.code`, `medication[x]`.
    ///
    /// @param codes codes of a required binding, empty where there is none
    private record Rule(List<String> path, boolean needed, Set<String> codes) {

        static Rule of(String text) {
            var colon = text.indexOf(':');
            var name = colon < 0 ? text : text.substring(0, colon);
            Set<String> codes =
                    colon < 0 ? Set.of() : Set.of(text.substring(colon + 1).split(",", -1));
            var needed = name.endsWith("!");
            return new Rule(
                    List.of((needed ? name.substring(0, name.length() - 1) : name).split("\\.", -1)), needed, codes);
        }
    }

    private FhirStructureReader() {}

    private static Map<String, List<Rule>> read() {
        var types = new HashMap<String, List<Rule>>();
        FhirIdentifiers.Resources.load("/fhir-structure.properties")
                .forEach((type, rules) -> types.put(
                        type.toString(),
                        Arrays.stream(rules.toString().split(" ", -1))
                                .filter(rule -> !rule.isEmpty())
                                .map(Rule::of)
                                .toList()));
        return Map.copyOf(types);
    }

    static void check(FhirJson.Entry entry, Flaws flaws) {
        var rules = TYPES.get(entry.type());
        if (rules == null) {
            flaws.add(entry.pointer() + ".resourceType", entry.type().isEmpty() ? Code.MISSING : Code.UNKNOWN_CODE);
            return;
        }
        for (var rule : rules) {
            check(rule, 0, entry.resource(), entry.pointer(), flaws);
        }
    }

    /// Follows a path down, into each item of a list.
    private static void check(Rule rule, int depth, JsonNode parent, String pointer, Flaws flaws) {
        var name = rule.path().get(depth);
        var last = depth == rule.path().size() - 1;
        var node = parent.path(name);
        if (last && rule.needed() && !present(parent, name)) {
            flaws.add(pointer + "." + name, Code.MISSING);
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                found(rule, depth, node.path(i), pointer + "." + name + "[" + i + "]", flaws);
            }
        } else if (!node.isMissingNode() && !node.isNull()) {
            found(rule, depth, node, pointer + "." + name, flaws);
        }
    }

    private static void found(Rule rule, int depth, JsonNode node, String pointer, Flaws flaws) {
        if (depth < rule.path().size() - 1) {
            if (node.isObject()) {
                check(rule, depth + 1, node, pointer, flaws);
            }
        } else if (!rule.codes().isEmpty() && !known(node, rule.codes())) {
            flaws.add(pointer, Code.UNKNOWN_CODE);
        }
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
    private static boolean present(JsonNode parent, String name) {
        var stem = name.endsWith("[x]") ? name.substring(0, name.length() - 3) : null;
        if (stem == null) {
            return filled(parent.path(name)) || filled(parent.path("_" + name));
        }
        var names = new ArrayList<String>();
        parent.fieldNames().forEachRemaining(names::add);
        return names.stream()
                .anyMatch(one -> (one.startsWith(stem) || one.startsWith("_" + stem)) && filled(parent.path(one)));
    }

    private static boolean filled(JsonNode node) {
        return node.isContainerNode() ? !node.isEmpty() : text(node) != null;
    }
}
