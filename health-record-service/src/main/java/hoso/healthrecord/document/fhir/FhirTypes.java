package hoso.healthrecord.document.fhir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The types of FHIR R4, as `fhir-structure.properties` has them from the StructureDefinitions.
final class FhirTypes {
    private static final Map<String, Type> ALL = read();

    private FhirTypes() {}

    /// A resource, a data type, or the structure inside an element, which has the path of the element as its name.
    ///
    /// @param byKey the elements by the names that they may have in JSON
    record Type(List<Element> elements, Map<String, Element> byKey) {}

    /// One element.
    ///
    /// @param name `status`, `value[x]`
    /// @param keys its types by the names it may have in JSON: `valueQuantity` of `value[x]`
    /// @param codes of a required binding; empty where there is none
    record Element(String name, boolean many, boolean needed, Map<String, String> keys, Set<String> codes) {

        /// Of `name*!:type|type{code,code}`.
        static Element of(String text) {
            var colon = text.indexOf(':');
            var brace = text.indexOf('{');
            var flagged = text.substring(0, colon);
            var types = text.substring(colon + 1, brace < 0 ? text.length() : brace);
            var name = flagged.replaceAll("[*!]", "");
            Set<String> codes = brace < 0
                    ? Set.of()
                    : Set.of(text.substring(brace + 1, text.length() - 1).split(",", -1));
            return new Element(name, flagged.contains("*"), flagged.contains("!"), keys(name, types), codes);
        }

        private static Map<String, String> keys(String name, String types) {
            var keys = new LinkedHashMap<String, String>();
            var stem = name.endsWith("[x]") ? name.substring(0, name.length() - 3) : null;
            for (var type : types.split("\\|", -1)) {
                keys.put(stem == null ? name : stem + Character.toUpperCase(type.charAt(0)) + type.substring(1), type);
            }
            return keys;
        }
    }

    static @Nullable Type of(String name) {
        return ALL.get(name);
    }

    private static Map<String, Type> read() {
        var types = new HashMap<String, Type>();
        FhirIdentifiers.Resources.load("/fhir-structure.properties")
                .forEach((name, elements) -> types.put(name.toString(), type(elements.toString())));
        return Map.copyOf(types);
    }

    private static Type type(String text) {
        var elements = new ArrayList<Element>();
        var byKey = new HashMap<String, Element>();
        for (var one : text.split(" ", -1)) {
            if (!one.isEmpty()) {
                var element = Element.of(one);
                elements.add(element);
                element.keys().keySet().forEach(key -> byKey.put(key, element));
            }
        }
        return new Type(List.copyOf(elements), Map.copyOf(byKey));
    }
}
