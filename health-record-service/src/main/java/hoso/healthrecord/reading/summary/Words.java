package hoso.healthrecord.reading.summary;

import com.fasterxml.jackson.databind.JsonNode;
import hoso.healthrecord.document.Moment;
import hoso.healthrecord.document.VisitRules;
import hoso.healthrecord.reading.resource.RecordEntry;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a resource says, in the words of its document: the name, the value with its unit, the time, the status.
/// Nothing is translated and no number is changed.
public final class Words {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

    private static final List<String> NAMES = List.of(
            "code", "vaccineCode", "medicationCodeableConcept", "medicationReference", "device", "type", "description");

    private static final List<String> TIMES = List.of(
            "effectiveDateTime",
            "effectivePeriod",
            "effectiveInstant",
            "performedDateTime",
            "performedPeriod",
            "occurrenceDateTime",
            "onsetDateTime",
            "onsetPeriod",
            "authoredOn",
            "recordedDate",
            "period",
            "whenHandedOver",
            "date");

    private final Map<String, RecordEntry> byReference;

    public Words(List<RecordEntry> entries) {
        byReference = entries.stream().collect(Collectors.toMap(RecordEntry::reference, one -> one, (a, _) -> a));
    }

    /// The name of what the resource is about.
    public String name(JsonNode resource) {
        return NAMES.stream()
                .map(resource::path)
                .map(this::words)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("—");
    }

    /// A concept, the text itself, or the name of what is referred to.
    private @Nullable String words(JsonNode node) {
        if (node.isTextual()) {
            return node.asText();
        }
        if (!node.isObject()) {
            return null;
        }
        var concept = concept(node);
        if (concept != null) {
            return concept;
        }
        if (node.path("display").isTextual()) {
            return node.path("display").asText();
        }
        var target = byReference.get(node.path("reference").asText());
        return target == null ? null : ownName(target.resource());
    }

    private static @Nullable String ownName(JsonNode resource) {
        return Stream.of(resource.path("code"), resource.path("deviceName").path(0), resource.path("type"))
                .map(node -> node.path("name").isTextual() ? node.path("name").asText() : concept(node))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    static @Nullable String concept(JsonNode concept) {
        if (concept.path("text").isTextual()) {
            return concept.path("text").asText();
        }
        for (var field : List.of("display", "code")) {
            for (var coding : concept.path("coding")) {
                if (coding.path(field).isTextual()) {
                    return coding.path(field).asText();
                }
            }
        }
        return null;
    }

    /// The first code of the resource, with its system's own name left out.
    public String code(JsonNode resource) {
        return Stream.of("code", "vaccineCode", "medicationCodeableConcept")
                .flatMap(field -> resource.path(field).path("coding").valueStream())
                .map(coding -> coding.path("code").asText(""))
                .filter(code -> !code.isEmpty())
                .findFirst()
                .orElse("");
    }

    /// What more there is to say: value and range, components, conclusion, dose, reaction.
    public String value(JsonNode resource) {
        return Stream.of(
                        Stream.of(valueOf(resource)),
                        resource.path("component").valueStream().map(this::component),
                        resource.path("conclusion").isTextual()
                                ? Stream.of(resource.path("conclusion").asText())
                                : Stream.<String>empty(),
                        texts(resource.path("dosageInstruction"), "text"),
                        texts(resource.path("dosage"), "text"),
                        resource.path("reaction")
                                .valueStream()
                                .flatMap(reaction ->
                                        reaction.path("manifestation").valueStream())
                                .map(Words::concept),
                        texts(resource.path("note"), "text"))
                .flatMap(one -> one)
                .filter(one -> one != null && !one.isBlank())
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static Stream<@Nullable String> texts(JsonNode list, String field) {
        return list.valueStream()
                .map(one -> one.path(field).isTextual() ? one.path(field).asText() : null);
    }

    private @Nullable String component(JsonNode component) {
        var value = valueOf(component);
        return value == null ? null : concept(component.path("code")) + " " + value;
    }

    private static @Nullable String valueOf(JsonNode node) {
        for (var field : node.properties()) {
            if (field.getKey().startsWith("value")) {
                return value(field.getKey(), field.getValue()) + range(node);
            }
        }
        var absent = concept(node.path("dataAbsentReason"));
        return absent == null ? null : "(" + absent + ")";
    }

    private static String value(String field, JsonNode value) {
        return switch (field) {
            case "valueQuantity" -> quantity(value);
            case "valueCodeableConcept" -> Objects.requireNonNullElse(concept(value), "");
            case "valueRange" -> quantity(value.path("low")) + " – " + quantity(value.path("high"));
            case "valueRatio" -> quantity(value.path("numerator")) + " : " + quantity(value.path("denominator"));
            case "valuePeriod", "valueDateTime" -> time(value);
            case "valueSampledData" -> "…";
            default -> value.asText();
        };
    }

    static String quantity(JsonNode quantity) {
        var value = quantity.path("value");
        var number = value.isNumber() ? value.decimalValue().toPlainString() : value.asText("");
        var unit = quantity.path("unit").asText(quantity.path("code").asText(""));
        return (quantity.path("comparator").asText("") + number + " " + unit).strip();
    }

    private static String range(JsonNode node) {
        var range = node.path("referenceRange").path(0);
        if (range.path("text").isTextual()) {
            return " (" + range.path("text").asText() + ")";
        }
        var low = quantity(range.path("low"));
        var high = quantity(range.path("high"));
        return low.isEmpty() && high.isEmpty() ? "" : " (" + low + " – " + high + ")";
    }

    /// When, as exact as it is known; empty when it is not.
    public String time(RecordEntry entry) {
        return TIMES.stream()
                .map(entry.resource()::path)
                .map(Words::time)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String time(JsonNode node) {
        var text = node.isObject() ? node.path("start").asText(node.path("end").asText("")) : node.asText("");
        return Moment.ofFhir(text.isEmpty() ? "x" : text).map(Words::time).orElse("");
    }

    private static String time(Moment moment) {
        var instant = moment.instant();
        if (instant != null) {
            return MINUTE.format(instant.atOffset(VisitRules.LOCAL));
        }
        var parts = List.of(moment.from().split("-", -1)).reversed();
        return String.join("/", parts);
    }

    /// The word of the status where it is not simply final, active or completed.
    public String status(JsonNode resource) {
        return Stream.of(
                        resource.path("status").asText(""),
                        Objects.requireNonNullElse(code(resource, "clinicalStatus"), ""),
                        Objects.requireNonNullElse(code(resource, "verificationStatus"), ""))
                .filter(word -> !word.isEmpty() && !PLAIN.contains(word))
                .collect(Collectors.joining(", "));
    }

    private static final List<String> PLAIN =
            List.of("final", "active", "completed", "confirmed", "amended", "corrected", "finished", "current");

    private static @Nullable String code(JsonNode resource, String field) {
        var code = resource.path(field).path("coding").path(0).path("code");
        return code.isTextual() ? code.asText() : null;
    }
}
