package hoso.healthrecord.reading.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hoso.healthrecord.document.Moment;
import hoso.healthrecord.document.VisitRules;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/// Data types of FHIR R4, built. Numbers keep the digits that were written.
final class Nodes {
    private static final JsonNodeFactory FACTORY = JsonNodeFactory.instance;

    private Nodes() {}

    static ObjectNode object() {
        return FACTORY.objectNode();
    }

    static ObjectNode resource(String type, String id) {
        return object().put("resourceType", type).put("id", id);
    }

    static ObjectNode reference(String to) {
        return object().put("reference", to);
    }

    static ObjectNode identifier(String system, String value) {
        return object().put("system", system).put("value", value);
    }

    static ObjectNode coding(String system, String code, @Nullable String display) {
        var coding = object().put("system", system).put("code", code);
        return display == null ? coding : coding.put("display", display);
    }

    /// A CodeableConcept of one coding.
    static ObjectNode coded(String system, String code, @Nullable String display) {
        var concept = object();
        concept.withArray("coding").add(coding(system, code, display));
        return concept;
    }

    /// A CodeableConcept of a code and a text, as far as they are told; null when neither is.
    static @Nullable ObjectNode concept(String system, @Nullable String code, @Nullable String text) {
        if (code == null && text == null) {
            return null;
        }
        var concept = code == null ? object() : coded(system, code, null);
        return text == null ? concept : concept.put("text", text);
    }

    static ObjectNode text(String text) {
        return object().put("text", text);
    }

    static void put(ObjectNode into, String field, @Nullable String text) {
        if (text != null) {
            into.put(field, text);
        }
    }

    static void put(ObjectNode into, String field, @Nullable JsonNode node) {
        if (node != null) {
            into.set(field, node);
        }
    }

    static void note(ObjectNode into, @Nullable String text) {
        if (text != null) {
            into.withArray("note").addObject().put("text", text);
        }
    }

    /// An instant as people here read it, with its offset.
    static String local(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atOffset(VisitRules.LOCAL));
    }

    /// A FHIR dateTime as exact as it is known.
    static @Nullable String time(@Nullable Moment moment) {
        if (moment == null) {
            return null;
        }
        var instant = moment.instant();
        return instant == null ? moment.day() : local(instant);
    }
}
