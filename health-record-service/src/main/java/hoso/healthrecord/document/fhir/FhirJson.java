package hoso.healthrecord.document.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where things are in a FHIR bundle, and how its data types are read.
final class FhirJson {
    static final String CARE_KIND = "urn:vn:ma-loai-kcb";
    static final String OUTCOME = "urn:vn:ket-qua-dtri";
    static final String SLIP = "urn:vn:so-giay-hen-kham-lai";
    static final String REFERRAL_LETTER = "urn:vn:giay-chuyen-tuyen";

    private static final int MOST_ZEROES = 40;

    private FhirJson() {}

    /// A resource and where it is.
    record Entry(String pointer, String fullUrl, JsonNode resource) {
        String type() {
            return resource.path("resourceType").asText("");
        }

        Node at(String field) {
            return new Node(pointer + "." + field, resource.path(field));
        }

        /// Is it the same place in the bundle? Two resources may hold the same.
        boolean is(@Nullable Entry other) {
            return other != null && pointer.equals(other.pointer);
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

    /// The value of the identifier in one of the systems; one that is no longer in use counts if there is no
    /// other.
    static @Nullable String identifier(Node identifiers, Set<String> systems) {
        @Nullable String old = null;
        for (var one : each(identifiers.node())) {
            var value = systems.contains(one.path("system").asText()) ? text(one.path("value")) : null;
            if (value != null && !"old".equals(one.path("use").asText())) {
                return value;
            }
            old = old == null ? value : old;
        }
        return old;
    }

    static Stream<JsonNode> stream(JsonNode node) {
        return node.isObject() ? Stream.of(node) : node.valueStream();
    }

    /// The items of a list, or the one item where a sender left the list out.
    static Iterable<JsonNode> each(JsonNode node) {
        return node.isObject() ? List.of(node) : node;
    }

    static @Nullable String coding(JsonNode concept, Set<String> systems) {
        for (var coding : concept.path("coding")) {
            if (systems.contains(coding.path("system").asText())) {
                return text(coding.path("code"));
            }
        }
        return null;
    }

    /// The code of the first coding that has one: senders put their own code first, or one without a code.
    static @Nullable String firstCode(JsonNode concept) {
        return first(concept, "code");
    }

    /// The code in one of the systems, wherever it stands in the list; otherwise the first code there is.
    static @Nullable String codeOf(JsonNode concept, Set<String> systems) {
        var code = coding(concept, systems);
        return code == null ? firstCode(concept) : code;
    }

    /// The text of a concept, or the name that one of its codings gives it.
    static @Nullable String textOf(JsonNode concept) {
        var text = text(concept.path("text"));
        return text == null ? first(concept, "display") : text;
    }

    private static @Nullable String first(JsonNode concept, String field) {
        for (var coding : concept.path("coding")) {
            var text = text(coding.path(field));
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    /// ICD-10 has many names: of HL7, of WHO, of national editions, and as an OID.
    static boolean icd10(JsonNode coding) {
        var system = coding.path("system").asText("").toLowerCase(Locale.ROOT);
        return system.contains("icd-10")
                || system.contains("icd10")
                || system.equals("urn:oid:2.16.840.1.113883.6.3")
                || system.equals("urn:oid:2.16.840.1.113883.6.90");
    }

    /// Each code that a concept gives, in whatever system and place.
    static Stream<String> codes(JsonNode concept) {
        return concept.path("coding")
                .valueStream()
                .map(coding -> text(coding.path("code")))
                .filter(Objects::nonNull);
    }

    static @Nullable String joined(Stream<? extends @Nullable String> texts) {
        var joined = String.join(
                "; ", texts.filter(Objects::nonNull).map(String::valueOf).toList());
        return joined.isEmpty() ? null : joined;
    }

    /// The text of a value; numbers with the digits that were written (`5.10`), but never as a power of ten
    /// (`1.2E+2` is `120`). Half a surrogate pair cannot be stored and becomes `?`.
    static @Nullable String text(JsonNode node) {
        if (!node.isValueNode() || node.isNull()) {
            return null;
        }
        var written = node.isNumber() && plain(node.decimalValue())
                ? node.decimalValue().toPlainString()
                : node.asText();
        var text = new String(written.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).strip();
        return text.isEmpty() ? null : text;
    }

    /// A number such as 1e999999999 would fill the memory when it is written out.
    private static boolean plain(BigDecimal number) {
        return Math.abs((long) number.scale()) <= MOST_ZEROES;
    }
}
