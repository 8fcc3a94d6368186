package hoso.check.record;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Judges what became of each resource that was sent, by what the citizen reads. It knows nothing of the service: a
/// resource is shown where words or the value of its own stand in a visit.
final class Shown {
    enum Became {
        SHOWN,
        KEPT,
        BY_LAW,
        LOST
    }

    /// Members that say nothing of what a resource is.
    private static final Set<String> NO_WORDS = Set.of(
            "system",
            "url",
            "reference",
            "unit",
            "id",
            "status",
            "resourceType",
            "div",
            "use",
            "language",
            "version",
            "category",
            "intent",
            "priority",
            "meta",
            "clinicalStatus",
            "verificationStatus",
            "identifier",
            "data");

    private static final Set<String> NOT_SO =
            Set.of("entered-in-error", "cancelled", "not-done", "refuted", "abandoned");
    private static final List<String> LISTS =
            List.of("diagnoses", "drugs", "services", "tests", "progress", "reexaminations", "items");
    private static final ZoneOffset LOCAL = ZoneOffset.ofHours(7);
    private static final int SHORTEST = 2;

    private final List<String> texts;
    private final List<JsonNode> sent;
    private final Map<String, Integer> kept = new HashMap<>();
    private final List<JsonNode> facts = new ArrayList<>();
    private final Set<String> values = new HashSet<>();
    private final boolean cut;

    /// @param visits the visits as the citizen reads them
    /// @param sent all resources of the document
    Shown(List<JsonNode> visits, List<JsonNode> sent) {
        this.texts = visits.stream().map(JsonNode::toString).toList();
        this.sent = sent;
        this.cut = visits.stream()
                .anyMatch(visit -> visit.path("document").path("cut").asBoolean()
                        || !visit.path("document").path("available").asBoolean());
        for (var visit : visits) {
            visit.path("alsoInDocument")
                    .forEach(one -> kept.merge(
                            one.path("type").asText(), one.path("count").asInt(), Integer::sum));
            for (var list : LISTS) {
                visit.path(list).forEach(facts::add);
            }
            visit.path("tests").forEach(test -> values.add(test.path("value").asText("")));
            visit.path("progress")
                    .forEach(note -> note.path("vitalSigns").forEach(sign -> {
                        if (sign.isNumber()) {
                            values.add(plain(sign.decimalValue()));
                        }
                    }));
        }
    }

    Became of(JsonNode resource) {
        var names = new ArrayList<String>();
        words(resource, names);
        medication(resource, names);
        if (names.stream().anyMatch(this::stands) || numbers(resource).stream().anyMatch(this::isValue)) {
            return Became.SHOWN;
        }
        if (kept.containsKey(resource.path("resourceType").asText())) {
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
        words(resource.path("code"), names);
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
                && !isValue(plain(quantity.decimalValue()))
                && !isConverted(resource.path("valueQuantity"))) {
            found.add("its value " + quantity + " stands nowhere");
        }
        return found;
    }

    /// Vital signs are told in the unit of their field.
    private static boolean isConverted(JsonNode quantity) {
        return Set.of("[degF]", "[lb_av]", "[in_i]", "g", "m")
                .contains(quantity.path("code").asText(""));
    }

    /// Another resource of the same code may be a fact: then the values differ.
    private static boolean same(JsonNode fact, JsonNode resource) {
        var value = resource.path("valueQuantity").path("value");
        return !value.isNumber() || fact.path("value").asText("").contains(plain(value.decimalValue()));
    }

    private static List<String> numbers(JsonNode resource) {
        var found = new ArrayList<String>();
        for (var one : resource.findValues("valueQuantity")) {
            if (one.path("value").isNumber()) {
                found.add(plain(one.path("value").decimalValue()));
            }
        }
        return found;
    }

    private boolean isValue(String number) {
        return values.stream()
                .anyMatch(value -> value.equals(number)
                        || value.matches("[<>=]{1,2}" + java.util.regex.Pattern.quote(number))
                        || isSameNumber(value, number));
    }

    private static boolean isSameNumber(String value, String number) {
        return value.matches("-?[0-9]+(\\.[0-9]+)?")
                && plain(new BigDecimal(value)).equals(number);
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private boolean stands(String text) {
        return text.length() >= SHORTEST
                && texts.stream().anyMatch(visit -> visit.contains(text) || visit.contains(escaped(text)));
    }

    private static String escaped(String text) {
        var quoted = Data.JSON.getNodeFactory().textNode(text).toString();
        return quoted.substring(1, quoted.length() - 1);
    }

    /// What a drug is called by the Medication that it names.
    private void medication(JsonNode resource, List<String> names) {
        var reference = resource.path("medicationReference").path("reference").asText("");
        if (!reference.isEmpty()) {
            sent.stream()
                    .filter(one -> one.path("resourceType").asText().equals("Medication"))
                    .filter(one -> reference.endsWith(one.path("id").asText("-")))
                    .forEach(one -> words(one, names));
        }
    }

    private static void words(JsonNode node, List<String> found) {
        if (node.isTextual()) {
            found.add(node.asText().strip());
            try {
                found.add(ISO_OFFSET_DATE_TIME.format(
                        OffsetDateTime.parse(node.asText()).withOffsetSameInstant(LOCAL)));
            } catch (DateTimeParseException _) {
                // Words are no time.
            }
            return;
        }
        node.properties().forEach(child -> {
            if (!NO_WORDS.contains(child.getKey())) {
                words(child.getValue(), found);
            }
        });
        if (node.isArray()) {
            node.forEach(child -> words(child, found));
        }
    }
}
