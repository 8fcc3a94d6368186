package hoso.healthrecord.reading.summary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hoso.healthrecord.reading.resource.Ucum;
import java.util.List;
import java.util.Set;

/// Makes a copy of a resource fit to be given to any reader of summaries. Nothing that people read is changed: only
/// codes that their code system does not have, attachments, and addresses that lead nowhere are left out. The
/// resource itself stays as it was filed.
final class SummaryContent {
    private static final String UCUM = "http://unitsofmeasure.org";

    private static final Set<String> PERFORMERS = Set.of(
            "Practitioner",
            "PractitionerRole",
            "Organization",
            "CareTeam",
            "Patient",
            "RelatedPerson",
            "Device",
            "HealthcareService");

    private SummaryContent() {}

    static ObjectNode of(ObjectNode resource) {
        var copy = resource.deepCopy();
        copy.remove(List.of("text", "instantiatesCanonical", "instantiatesUri"));
        clean(copy, "");
        return copy;
    }

    private static void clean(JsonNode node, String field) {
        if (node instanceof ObjectNode object) {
            if (object.has("contentType") || object.has("hash")) {
                object.remove(List.of("data", "hash", "size"));
            }
            if (object.has("value") && object.has("system") && object.has("code")) {
                quantity(object);
            }
            if (field.equals("performer")) {
                performer(object);
            }
            object.properties().forEach(child -> clean(child.getValue(), child.getKey()));
        } else if (node.isArray()) {
            node.forEach(one -> clean(one, field));
        }
    }

    /// A unit that is no unit of its system stays as text, where people read it.
    private static void quantity(ObjectNode quantity) {
        var code = quantity.path("code").asText();
        if (quantity.path("system").asText().equals(UCUM) && Ucum.knows(code)) {
            return;
        }
        if (!quantity.has("unit")) {
            quantity.put("unit", code);
        }
        quantity.remove(List.of("system", "code"));
    }

    /// Who did something is a person or an organisation; a visit that stands there is named only.
    private static void performer(ObjectNode performer) {
        var type = performer.path("reference").asText().split("/", 2)[0];
        if (performer.has("reference") && !type.startsWith("#") && !PERFORMERS.contains(type)) {
            performer.remove("reference");
            if (!performer.has("display")) {
                performer.put("display", type);
            }
        }
    }
}
