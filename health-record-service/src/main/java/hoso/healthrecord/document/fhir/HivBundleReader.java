package hoso.healthrecord.document.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hoso.healthrecord.document.Further.Standing;
import hoso.healthrecord.document.fhir.FhirJson.Entry;
import hoso.healthrecord.hiv.CodeSystem;
import hoso.healthrecord.hiv.HivRules;
import hoso.healthrecord.hiv.HivRules.Degree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the law keeps back of a FHIR bundle: resources that speak of HIV, and in those that hold the bundle together
/// the parts that do.
///
/// @param entries the resources that remain; those that hold the bundle together are changed in place
/// @param left places in the bundle of the resources left out
record HivBundleReader(List<Entry> entries, Set<Integer> left, boolean care, boolean anything) {
    /// Without these a bundle falls apart, so that they stay and lose only what speaks of HIV.
    private static final Set<String> FRAME = Set.of(
            "Patient",
            "Encounter",
            "Composition",
            "MessageHeader",
            "Organization",
            "Practitioner",
            "PractitionerRole",
            "Location",
            "List",
            "Provenance");

    /// In these a code without a system may be anything, such as the number of a bed.
    private static final Set<String> PLACES =
            Set.of("Organization", "Practitioner", "PractitionerRole", "Location", "Patient", "Device", "Coverage");

    /// A diagnosis that the document itself calls wrong is none; it is left out like any item.
    private static final Set<Standing> NO_DIAGNOSIS = Set.of(Standing.ENTERED_IN_ERROR, Standing.REFUTED);

    /// Text that is no prose: identifiers, addresses and encoded bytes.
    private static final Set<String> NO_PROSE = Set.of(
            "id", "reference", "fullUrl", "url", "system", "data", "hash", "contentType", "versionId", "lastUpdated");

    static HivBundleReader of(List<Entry> all) {
        var care = FhirIndexReader.of(all).entries().stream().anyMatch(HivBundleReader::care);
        var components = false;
        var left = new HashSet<Integer>();
        for (int i = 0; i < all.size(); i++) {
            components |= withoutComponents(all.get(i));
            if (!FRAME.contains(all.get(i).type()) && speaks(all.get(i))) {
                left.add(i);
            }
        }
        drugs(all, left);
        users(all, left);
        var names = names(all, left);
        var changed = care || components || !left.isEmpty();
        var remain = new ArrayList<Entry>();
        for (int i = 0; i < all.size(); i++) {
            if (!left.contains(i)) {
                var entry = all.get(i);
                var own = withoutContained(entry);
                changed |= !own.isEmpty();
                own.addAll(names);
                changed |= pruned(entry.resource(), own, PLACES.contains(entry.type()));
                remain.add(entry);
            }
        }
        return new HivBundleReader(List.copyOf(remain), left, care, changed);
    }

    /// A diagnosis of HIV, or the sender's own security label (HL7 ActCode `HIV`), makes the visit HIV care.
    private static boolean care(Entry entry) {
        for (var label : entry.resource().path("meta").path("security")) {
            if ("HIV".equalsIgnoreCase(label.path("code").asText())) {
                return true;
            }
        }
        if (entry.type().equals("Condition")) {
            return isDiagnosis(entry) && care(entry.resource().path("code"));
        }
        if (entry.type().equals("Encounter")) {
            for (var reason : entry.resource().path("reasonCode")) {
                if (care(reason)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isDiagnosis(Entry condition) {
        var standing = FhirStandingReader.of(condition);
        return standing == null || !NO_DIAGNOSIS.contains(standing);
    }

    private static boolean care(JsonNode concept) {
        Degree widest = null;
        for (var coding : concept.path("coding")) {
            var degree = degree(coding, false);
            if (degree == Degree.CARE) {
                return true;
            }
            widest = degree == null ? widest : degree;
        }
        return widest == null
                && (HivRules.diagnosis(concept.path("text").asText("")) || speaks(concept, "code", false));
    }

    private static @Nullable Degree degree(JsonNode coding, boolean place) {
        var code = coding.path("code");
        if (!code.isTextual()) {
            return null;
        }
        var system = CodeSystem.of(coding.path("system").asText(""));
        return system == CodeSystem.UNNAMED && place ? null : HivRules.code(system, code.asText());
    }

    private static boolean speaks(Entry entry) {
        var diagnosis = entry.type().equals("Condition")
                && HivRules.diagnosis(entry.resource().path("code").path("text").asText(""));
        return diagnosis || speaks(entry.resource(), "", PLACES.contains(entry.type()));
    }

    private static boolean speaks(JsonNode node, String field, boolean place) {
        if (node.isTextual()) {
            return !NO_PROSE.contains(field) && HivRules.text(node.asText());
        }
        if (node.isObject()) {
            if (degree(node, place) != null) {
                return true;
            }
            for (var child : node.properties()) {
                if (speaks(child.getValue(), child.getKey(), place)) {
                    return true;
                }
            }
            return false;
        }
        for (var child : node) {
            if (speaks(child, field, place)) {
                return true;
            }
        }
        return false;
    }

    /// Takes the components that speak of HIV out of an Observation, so that the rest of its panel is shown.
    private static boolean withoutComponents(Entry entry) {
        var changed = false;
        if (entry.type().equals("Observation") && entry.resource().path("component") instanceof ArrayNode components) {
            for (int i = components.size() - 1; i >= 0; i--) {
                if (speaks(components.get(i), "", false)) {
                    components.remove(i);
                    changed = true;
                }
            }
        }
        return changed;
    }

    /// Takes the contained resources that speak of HIV out of one that stays.
    ///
    /// @return what references call them
    private static Set<String> withoutContained(Entry entry) {
        var names = new HashSet<String>();
        if (entry.resource().path("contained") instanceof ArrayNode contained) {
            for (int i = contained.size() - 1; i >= 0; i--) {
                if (speaks(new Entry("", "", contained.get(i)))) {
                    names.add("#" + contained.get(i).path("id").asText(""));
                    contained.remove(i);
                }
            }
        }
        return names;
    }

    /// Drugs that are a treatment of HIV only beside each other.
    private static void drugs(List<Entry> all, Set<Integer> left) {
        var places = new ArrayList<Integer>();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).type().startsWith("Medication")) {
                places.add(i);
            }
        }
        var names = places.stream().map(i -> all.get(i).resource().toString()).toList();
        var keptBack = HivRules.drugs(names, places.stream().map(left::contains).toList());
        for (int i = 0; i < places.size(); i++) {
            if (keptBack.get(i)) {
                left.add(places.get(i));
            }
        }
    }

    /// A request for a drug that is left out would tell of it by its dose.
    private static void users(List<Entry> all, Set<Integer> left) {
        var names = names(all, left);
        for (int i = 0; i < all.size(); i++) {
            if (refers(all.get(i).resource().path("medicationReference"), names)) {
                left.add(i);
            }
        }
    }

    private static Set<String> names(List<Entry> all, Set<Integer> left) {
        var names = new HashSet<String>();
        for (var i : left) {
            var entry = all.get(i);
            if (!entry.fullUrl().isEmpty()) {
                names.add(entry.fullUrl());
            }
            var id = entry.resource().path("id").asText("");
            if (!id.isEmpty()) {
                names.add(entry.type() + "/" + id);
            }
        }
        return names;
    }

    private static boolean refers(JsonNode node, Set<String> names) {
        return names.contains(FhirIndexReader.unversioned(node.path("reference").asText("")));
    }

    /// Takes out of a resource the parts that speak of HIV or refer to what is left out.
    private static boolean pruned(JsonNode node, Set<String> names, boolean place) {
        var changed = false;
        if (node instanceof ObjectNode object) {
            for (var field : List.copyOf(object.properties())) {
                if (goes(field.getValue(), field.getKey(), names, place)) {
                    object.remove(field.getKey());
                    changed = true;
                } else {
                    changed |= pruned(field.getValue(), names, place);
                }
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = array.size() - 1; i >= 0; i--) {
                if (goes(array.get(i), "", names, place)) {
                    array.remove(i);
                    changed = true;
                } else {
                    changed |= pruned(array.get(i), names, place);
                }
            }
        }
        return changed;
    }

    /// Does this node go as a whole: a text, a concept, a reference, or what stands around a reference?
    private static boolean goes(JsonNode node, String field, Set<String> names, boolean place) {
        if (node.isTextual()) {
            return !NO_PROSE.contains(field) && HivRules.text(node.asText());
        }
        if (!node.isObject()) {
            return false;
        }
        if (refers(node, names) || degree(node, place) != null) {
            return true;
        }
        for (var child : node.properties()) {
            var value = child.getValue();
            if (value.isObject() && refers(value, names)) {
                return true;
            }
            if (child.getKey().equals("coding") && speaks(value, "coding", place)) {
                return true;
            }
        }
        return false;
    }
}
