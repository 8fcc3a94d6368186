package hoso.healthrecord.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where things are in a FHIR bundle, and how its data types are read. Viet Nam has no official FHIR profile yet; the
/// identifier systems are listed in `contract/openapi.yaml`.
final class FhirJson {
    static final String PERSONAL_NUMBER = "urn:vn:so-dinh-danh";
    static final String EPISODE = "urn:vn:ma-lk";
    static final String FACILITY = "urn:vn:cskcb";
    static final String CARE_KIND = "urn:vn:ma-loai-kcb";
    static final String OUTCOME = "urn:vn:ket-qua-dtri";
    static final String SLIP = "urn:vn:so-giay-hen-kham-lai";
    static final String REFERRAL_LETTER = "urn:vn:giay-chuyen-tuyen";

    private FhirJson() {}

    /// A resource and where it is.
    record Entry(String pointer, String fullUrl, JsonNode resource) {
        String type() {
            return resource.path("resourceType").asText("");
        }

        Node at(String field) {
            return new Node(pointer + "." + field, resource.path(field));
        }
    }

    /// A node and where it is.
    record Node(String pointer, JsonNode node) {
        Node at(String field) {
            return new Node(pointer + "." + field, node.path(field));
        }
    }

    static Stream<Entry> ofType(List<Entry> entries, String type) {
        return entries.stream().filter(entry -> entry.type().equals(type));
    }

    static @Nullable String identifier(Node identifiers, Set<String> systems) {
        var node = identifiers.node();
        if (node.isObject()) {
            return systems.contains(node.path("system").asText()) ? text(node.path("value")) : null;
        }
        for (var one : node) {
            if (systems.contains(one.path("system").asText())) {
                return text(one.path("value"));
            }
        }
        return null;
    }

    static @Nullable String coding(JsonNode concept, Set<String> systems) {
        for (var coding : concept.path("coding")) {
            if (systems.contains(coding.path("system").asText())) {
                return text(coding.path("code"));
            }
        }
        return null;
    }

    static @Nullable String firstCode(JsonNode concept) {
        return text(concept.path("coding").path(0).path("code"));
    }

    static @Nullable String textOf(JsonNode concept) {
        var text = text(concept.path("text"));
        return text == null ? text(concept.path("coding").path(0).path("display")) : text;
    }

    static @Nullable String joined(Stream<@Nullable String> texts) {
        var joined = String.join(
                "; ", texts.filter(Objects::nonNull).map(String::valueOf).toList());
        return joined.isEmpty() ? null : joined;
    }

    /// The text of a value; numbers as they were written. Half a surrogate pair cannot be stored and becomes `?`.
    static @Nullable String text(JsonNode node) {
        if (!node.isValueNode() || node.isNull()) {
            return null;
        }
        var text = new String(node.asText().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).strip();
        return text.isEmpty() ? null : text;
    }
}
