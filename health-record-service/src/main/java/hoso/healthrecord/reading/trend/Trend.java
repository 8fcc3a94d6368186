package hoso.healthrecord.reading.trend;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import hoso.chassis.personal.Sensitive;
import hoso.healthrecord.document.Moment;
import hoso.healthrecord.reading.resource.RecordEntry;
import hoso.healthrecord.reading.resource.Ucum;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The values of one code in one unit, the oldest first. A value in another unit of the same kind (UCUM) is
/// converted and keeps what was written beside it; one that cannot be converted stands in a line of its own.
///
/// @param system of the code; absent when the document names none
/// @param unit absent when the values have none
@JsonInclude(JsonInclude.Include.NON_NULL)
record Trend(
        String code,
        @Nullable String system,
        @Nullable String name,
        @Nullable String unit,
        List<Point> points) implements Sensitive {

    /// One measurement.
    ///
    /// @param at time or date, as exact as the document tells it
    /// @param comparator `<` or such, where the value is a bound
    /// @param written value and unit of the document, where they were converted
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Point(
            String at,
            BigDecimal value,
            @Nullable String comparator,
            @Nullable Written written,
            @Nullable Range range,
            String facility,
            UUID visitId)
            implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    record Written(BigDecimal value, String unit) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// Reference range as the laboratory gave it, in the unit of the document.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Range(
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            @Nullable String text) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }

    /// A value, and what it is of.
    private record Found(JsonNode code, JsonNode holder, RecordEntry entry, String at) {
        JsonNode quantity() {
            return holder.path("valueQuantity");
        }

        /// Sorts by time: instants in UTC, and days before the instants of that day.
        String key() {
            return Moment.ofFhir(at).map(Moment::from).orElse(at);
        }

        /// The UCUM code, or else the unit as written.
        @Nullable
        String unit() {
            var code = quantity().path("code");
            var unit = quantity().path("unit");
            return code.isTextual() && Ucum.knows(code.asText())
                    ? code.asText()
                    : unit.isTextual() ? unit.asText() : null;
        }
    }

    /// The lines of some codes. What a document says is not so is in none, and neither is what has no time.
    static List<Trend> of(List<RecordEntry> entries, Set<String> codes) {
        var found = entries.stream()
                .filter(entry -> entry.type().equals("Observation") && entry.isFact())
                .flatMap(Trend::values)
                .filter(one ->
                        one.quantity().path("value").isNumber() && !one.at().isEmpty())
                .sorted(Comparator.comparing(Found::key))
                .toList();
        var lines = new LinkedHashMap<String, List<Trend>>();
        for (var one : found) {
            for (var coding : one.code().path("coding")) {
                if (codes.contains(coding.path("code").asText())) {
                    add(
                            lines.computeIfAbsent(
                                    coding.path("system").asText("") + "|"
                                            + coding.path("code").asText(),
                                    _ -> new ArrayList<>()),
                            one,
                            coding);
                    break;
                }
            }
        }
        return lines.values().stream().flatMap(List::stream).toList();
    }

    private static Stream<Found> values(RecordEntry entry) {
        var resource = entry.resource();
        var at = Stream.of(
                        resource.path("effectiveDateTime"),
                        resource.path("effectiveInstant"),
                        resource.path("effectivePeriod").path("start"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .findFirst()
                .orElse("");
        return Stream.concat(
                Stream.of(new Found(resource.path("code"), resource, entry, at)),
                resource.path("component")
                        .valueStream()
                        .map(component -> new Found(component.path("code"), component, entry, at)));
    }

    private static void add(List<Trend> lines, Found one, JsonNode coding) {
        var unit = one.unit();
        var value = one.quantity().path("value").decimalValue();
        for (var line : lines) {
            if (unit == null ? line.unit() == null : unit.equals(line.unit())) {
                line.points().add(point(one, value, null));
                return;
            }
            var converted = unit == null || line.unit() == null
                    ? null
                    : Ucum.convert(value, unit, line.unit()).orElse(null);
            if (converted != null && unit != null) {
                line.points().add(point(one, converted, new Written(value, unit)));
                return;
            }
        }
        var system = coding.path("system");
        var name = one.code().path("text").isTextual() ? one.code().path("text") : coding.path("display");
        var line = new Trend(
                coding.path("code").asText(),
                system.isTextual() ? system.asText() : null,
                name.isTextual() ? name.asText() : null,
                unit,
                new ArrayList<>());
        line.points().add(point(one, value, null));
        lines.add(line);
    }

    private static Point point(Found one, BigDecimal value, @Nullable Written written) {
        var comparator = one.quantity().path("comparator");
        return new Point(
                one.at(),
                value,
                comparator.isTextual() ? comparator.asText() : null,
                written,
                range(one.holder().path("referenceRange").path(0)),
                one.entry().facility(),
                one.entry().visit());
    }

    private static @Nullable Range range(JsonNode range) {
        var low = range.path("low").path("value");
        var high = range.path("high").path("value");
        var text = range.path("text");
        return low.isNumber() || high.isNumber() || text.isTextual()
                ? new Range(
                        low.isNumber() ? low.decimalValue() : null,
                        high.isNumber() ? high.decimalValue() : null,
                        text.isTextual() ? text.asText() : null)
                : null;
    }
}
