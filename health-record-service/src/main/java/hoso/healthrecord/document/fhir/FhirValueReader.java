package hoso.healthrecord.document.fhir;

import static hoso.healthrecord.document.fhir.FhirJson.firstCode;
import static hoso.healthrecord.document.fhir.FhirJson.joined;
import static hoso.healthrecord.document.fhir.FhirJson.textOf;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A value of any of the eleven types that an Observation or a component may have, as one text and its unit.
///
/// @param text `<0.5`, `3–5`, `1:80`, `true`, `2027-02-01`, or words
record FhirValueReader(@Nullable String text, @Nullable String unit) {
    private static final FhirValueReader NONE = new FhirValueReader(null, null);

    static FhirValueReader of(JsonNode holder) {
        return Stream.of(
                        quantity(holder.path("valueQuantity")),
                        range(holder.path("valueRange")),
                        ratio(holder.path("valueRatio")),
                        words(concept(holder.path("valueCodeableConcept"))),
                        words(FhirJson.text(holder.path("valueString"))),
                        words(FhirJson.text(holder.path("valueBoolean"))),
                        words(FhirJson.text(holder.path("valueInteger"))),
                        words(FhirJson.text(holder.path("valueTime"))),
                        words(FhirJson.text(holder.path("valueDateTime"))),
                        words(period(holder.path("valuePeriod"))))
                .filter(value -> value.text() != null)
                .findFirst()
                .orElse(NONE);
    }

    static @Nullable String concept(JsonNode concept) {
        var text = textOf(concept);
        return text == null ? firstCode(concept) : text;
    }

    /// Why there is no value, in words or as the code of FHIR.
    static @Nullable String absent(JsonNode holder) {
        return concept(holder.path("dataAbsentReason"));
    }

    /// Reference ranges, each with what it is for: `3.9–6.4`, `< 40 (women)`.
    static @Nullable String referenceRange(JsonNode holder) {
        return joined(holder.path("referenceRange").valueStream().map(FhirValueReader::referenceRangeOf));
    }

    private static @Nullable String referenceRangeOf(JsonNode range) {
        var limits = range(range);
        var text = limits.text() == null
                ? FhirJson.text(range.path("text"))
                : limits.text() + (limits.unit() == null ? "" : " " + limits.unit());
        var about = joined(Stream.concat(
                        Stream.of(range.path("type")), range.path("appliesTo").valueStream())
                .map(FhirValueReader::concept));
        return text == null || about == null ? text : text + " (" + about + ")";
    }

    /// The comparator belongs to the number: `<0.5` is not 0.5.
    static FhirValueReader quantity(JsonNode quantity) {
        var value = FhirJson.text(quantity.path("value"));
        var comparator = FhirJson.text(quantity.path("comparator"));
        return value == null
                ? NONE
                : new FhirValueReader(comparator == null ? value : comparator + value, unit(quantity));
    }

    private static @Nullable String unit(JsonNode quantity) {
        var unit = FhirJson.text(quantity.path("unit"));
        return unit == null ? FhirJson.text(quantity.path("code")) : unit;
    }

    private static FhirValueReader range(JsonNode range) {
        var low = quantity(range.path("low"));
        var high = quantity(range.path("high"));
        if (low.text() == null) {
            return high.text() == null ? NONE : new FhirValueReader("<=" + high.text(), high.unit());
        }
        if (high.text() == null) {
            return new FhirValueReader(">=" + low.text(), low.unit());
        }
        return low.unit() == null || high.unit() == null || low.unit().equals(high.unit())
                ? new FhirValueReader(low.text() + "–" + high.text(), high.unit() == null ? low.unit() : high.unit())
                : words(low.whole() + "–" + high.whole());
    }

    private static FhirValueReader ratio(JsonNode ratio) {
        var above = quantity(ratio.path("numerator"));
        var below = quantity(ratio.path("denominator"));
        if (above.text() == null || below.text() == null) {
            return NONE;
        }
        return Objects.equals(above.unit(), below.unit())
                ? words(above.text() + ":" + below.text())
                : words(above.whole() + " : " + below.whole());
    }

    private static @Nullable String period(JsonNode period) {
        var start = FhirJson.text(period.path("start"));
        var end = FhirJson.text(period.path("end"));
        return start == null && end == null
                ? null
                : Objects.requireNonNullElse(start, "") + "/" + Objects.requireNonNullElse(end, "");
    }

    private static FhirValueReader words(@Nullable String text) {
        return text == null ? NONE : new FhirValueReader(text, null);
    }

    /// The value with its unit.
    @Nullable
    String whole() {
        return text == null || unit == null ? text : text + " " + unit;
    }
}
