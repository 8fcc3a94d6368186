package hoso.check.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Judges what became of each resource that was sent, by what the citizen reads. It knows nothing of the service: a
/// resource is shown where one of its own words stands in a visit.
final class Shown {
    enum Became {
        SHOWN,
        KEPT,
        BY_LAW,
        LOST
    }

    /// Elements that say what a resource is; of these one must stand in the visit.
    private static final List<String> NAMES = List.of(
            "code",
            "vaccineCode",
            "medicationCodeableConcept",
            "type",
            "description",
            "title",
            "name",
            "topic",
            "category",
            "deviceName",
            "serviceType",
            "reasonCode",
            "summary",
            "relationship",
            "payload",
            "reasonReference",
            "note",
            "serviceCategory",
            "modality",
            "class",
            "content",
            "patientInstruction",
            "comment",
            "orderDetail",
            "item",
            "procedureCode",
            "conclusion",
            "start",
            "section",
            "condition",
            "activity",
            "product",
            "dosage",
            "outcome",
            "finding",
            "method",
            "oralDiet",
            "codeCodeableConcept",
            "text",
            "lensSpecification",
            "reaction",
            "intent",
            "supplement",
            "modelNumber",
            "multipleBirthInteger",
            "identifier",
            "component",
            "valueString");

    private static final Set<String> NOT_SO =
            Set.of("entered-in-error", "cancelled", "not-done", "refuted", "abandoned");

    private final List<String> texts;
    private final Map<String, Integer> kept = new HashMap<>();
    private final List<JsonNode> facts = new ArrayList<>();
    private final boolean cut;

    /// @param visits the visits as the citizen reads them
    Shown(List<JsonNode> visits) {
        this.texts = visits.stream().map(visit -> visit.toString()).toList();
        this.cut = visits.stream()
                .anyMatch(visit -> visit.path("document").path("cut").asBoolean()
                        || !visit.path("document").path("available").asBoolean());
        for (var visit : visits) {
            visit.path("alsoInDocument")
                    .forEach(one -> kept.merge(
                            one.path("type").asText(), one.path("count").asInt(), Integer::sum));
            for (var list : List.of("diagnoses", "drugs", "services", "tests", "progress", "reexaminations", "items")) {
                visit.path(list).forEach(facts::add);
            }
        }
    }

    /// What became of a resource, the medication that a drug names included.
    Became of(JsonNode resource) {
        var names = new ArrayList<String>();
        for (var name : NAMES) {
            leaves(resource.path(name), names);
        }
        if (names.stream().anyMatch(this::stands)) {
            return Became.SHOWN;
        }
        var type = resource.path("resourceType").asText();
        if (kept.getOrDefault(type, 0) > 0 || kept.containsKey(type)) {
            return Became.KEPT;
        }
        return cut ? Became.BY_LAW : Became.LOST;
    }

    /// Is something told as a fact that the resource says is not so, or another number than it says?
    List<String> wrong(JsonNode resource) {
        var found = new ArrayList<String>();
        var status = resource.path("status").asText("");
        var verified = resource.path("verificationStatus").path("coding").findValuesAsText("code");
        var names = new ArrayList<String>();
        leaves(resource.path("code").path("text"), names);
        resource.path("code").path("coding").findValuesAsText("code").forEach(names::add);
        var unsure = NOT_SO.contains(status) || verified.stream().anyMatch(NOT_SO::contains);
        if (unsure
                && facts.stream()
                        .anyMatch(fact -> names.contains(fact.path("code").asText("-")) && same(fact, resource))) {
            found.add("told as a fact, and is " + status + verified);
        }
        var quantity = resource.path("valueQuantity").path("value");
        if (resource.path("resourceType").asText().equals("Observation")
                && quantity.isNumber()
                && !unsure
                && of(resource) == Became.SHOWN
                && !cut
                && !stands(plain(quantity.decimalValue()))) {
            found.add("its value " + quantity + " stands nowhere");
        }
        return found;
    }

    /// Another resource of the same code may be a fact: then the values differ.
    private static boolean same(JsonNode fact, JsonNode resource) {
        var value = resource.path("valueQuantity").path("value");
        return !value.isNumber() || fact.path("value").asText("").contains(plain(value.decimalValue()));
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private boolean stands(String text) {
        return text.length() > 1
                && texts.stream().anyMatch(visit -> visit.contains(text) || visit.contains(escaped(text)));
    }

    private static String escaped(String text) {
        var quoted = Data.JSON.getNodeFactory().textNode(text).toString();
        return quoted.substring(1, quoted.length() - 1);
    }

    private static void leaves(JsonNode node, List<String> found) {
        if (node.isTextual()) {
            found.add(node.asText().strip());
        } else {
            node.properties().forEach(child -> {
                if (!Set.of("system", "url", "reference", "unit").contains(child.getKey())) {
                    leaves(child.getValue(), found);
                }
            });
            if (node.isArray()) {
                node.forEach(child -> leaves(child, found));
            }
        }
    }
}
