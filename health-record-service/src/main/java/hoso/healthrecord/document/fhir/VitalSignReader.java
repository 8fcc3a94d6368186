package hoso.healthrecord.document.fhir;

import static hoso.healthrecord.document.fhir.FhirJson.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A vital sign that has a field of its own, with its LOINC codes and the units it may come in. A number in a
/// unit that is not listed is never put into the field: it is shown as a result, in its own unit.
@SuppressWarnings("ImmutableEnumChecker") // its sets and maps are made by `of`
enum VitalSignReader {
    PULSE(Set.of("8867-4"), Unit.PER_MINUTE),
    TEMPERATURE(Set.of("8310-5", "8331-1", "8332-9", "8333-7", "8328-7"), Unit.TEMPERATURE),
    SYSTOLIC(Set.of("8480-6"), Unit.PRESSURE),
    DIASTOLIC(Set.of("8462-4"), Unit.PRESSURE),
    RESPIRATION(Set.of("9279-1"), Unit.PER_MINUTE),
    OXYGEN(Set.of("2708-6", "59408-5"), Unit.PER_CENT),
    WEIGHT(Set.of("29463-7", "3141-9"), Unit.MASS),
    HEIGHT(Set.of("8302-2", "8306-3", "8308-9"), Unit.LENGTH);

    static final String LOINC = "http://loinc.org";

    private final Set<String> loinc;
    private final Map<String, Unit> units;

    VitalSignReader(Set<String> loinc, Map<String, Unit> units) {
        this.loinc = loinc;
        this.units = units;
    }

    /// The vital sign that a concept names, by any of its LOINC codings.
    static @Nullable VitalSignReader of(JsonNode concept) {
        for (var coding : concept.path("coding")) {
            for (var sign : values()) {
                if (LOINC.equals(coding.path("system").asText())
                        && sign.loinc.contains(coding.path("code").asText())) {
                    return sign;
                }
            }
        }
        return null;
    }

    /// The number in the unit of the field; null when it is no plain number in a unit that is known.
    @Nullable
    BigDecimal in(JsonNode quantity) {
        var value = quantity.path("value");
        if (!value.isNumber() || text(quantity.path("comparator")) != null) {
            return null;
        }
        var unit = unit(quantity);
        return unit == null ? null : unit.convert(value.decimalValue());
    }

    /// The unit by its code, or by its name where there is no code; null when the two contradict each other.
    private @Nullable Unit unit(JsonNode quantity) {
        var named = known(quantity.path("unit"));
        if (text(quantity.path("code")) == null) {
            return named;
        }
        var coded = known(quantity.path("code"));
        return named == null || named.equals(coded) ? coded : null;
    }

    private @Nullable Unit known(JsonNode node) {
        var text = text(node);
        return text == null ? null : units.get(text.toLowerCase(Locale.ROOT));
    }

    /// value * factor + offset, rounded to `digits` where anything was converted.
    private record Unit(BigDecimal factor, BigDecimal divisor, BigDecimal before, int digits) {
        private static final Unit SAME = of("1", "1", "0", -1);
        private static final Unit FAHRENHEIT = of("5", "9", "-32", 1);
        private static final Unit KELVIN = of("1", "1", "-273.15", 1);
        private static final Unit POUND = of("0.45359237", "1", "0", 2);
        private static final Unit OUNCE = of("0.028349523125", "1", "0", 3);
        private static final Unit GRAM = of("1", "1000", "0", 3);
        private static final Unit INCH = of("2.54", "1", "0", 1);
        private static final Unit FOOT = of("30.48", "1", "0", 1);
        private static final Unit METRE = of("100", "1", "0", 1);
        private static final Unit MILLIMETRE = of("1", "10", "0", 1);
        private static final Unit KILOPASCAL = of("7.500617", "1", "0", 0);

        /// UCUM codes and what people write, in lower case.
        static final Map<String, Unit> PER_MINUTE = Map.ofEntries(
                Map.entry("/min", SAME),
                Map.entry("{beats}/min", SAME),
                Map.entry("{breaths}/min", SAME),
                Map.entry("{counts}/min", SAME),
                Map.entry("1/min", SAME),
                Map.entry("beats/min", SAME),
                Map.entry("beats/minute", SAME),
                Map.entry("bpm", SAME),
                Map.entry("breaths/min", SAME),
                Map.entry("breaths/minute", SAME),
                Map.entry("lần/phút", SAME),
                Map.entry("nhịp/phút", SAME));

        static final Map<String, Unit> TEMPERATURE = Map.ofEntries(
                Map.entry("cel", SAME),
                Map.entry("c", SAME),
                Map.entry("°c", SAME),
                Map.entry("degc", SAME),
                Map.entry("độ c", SAME),
                Map.entry("[degf]", FAHRENHEIT),
                Map.entry("degf", FAHRENHEIT),
                Map.entry("f", FAHRENHEIT),
                Map.entry("°f", FAHRENHEIT),
                Map.entry("deg f", FAHRENHEIT),
                Map.entry("k", KELVIN));

        static final Map<String, Unit> PRESSURE =
                Map.of("mm[hg]", SAME, "mmhg", SAME, "mm hg", SAME, "kpa", KILOPASCAL);

        static final Map<String, Unit> PER_CENT = Map.of("%", SAME, "percent", SAME, "per cent", SAME);

        static final Map<String, Unit> MASS = Map.ofEntries(
                Map.entry("kg", SAME),
                Map.entry("kilogram", SAME),
                Map.entry("kilograms", SAME),
                Map.entry("g", GRAM),
                Map.entry("[lb_av]", POUND),
                Map.entry("lb", POUND),
                Map.entry("lbs", POUND),
                Map.entry("[oz_av]", OUNCE),
                Map.entry("oz", OUNCE));

        static final Map<String, Unit> LENGTH = Map.ofEntries(
                Map.entry("cm", SAME),
                Map.entry("centimeter", SAME),
                Map.entry("centimeters", SAME),
                Map.entry("m", METRE),
                Map.entry("mm", MILLIMETRE),
                Map.entry("[in_i]", INCH),
                Map.entry("[in_us]", INCH),
                Map.entry("in", INCH),
                Map.entry("inch", INCH),
                Map.entry("inches", INCH),
                Map.entry("[ft_i]", FOOT),
                Map.entry("ft", FOOT));

        private static Unit of(String factor, String divisor, String before, int digits) {
            return new Unit(new BigDecimal(factor), new BigDecimal(divisor), new BigDecimal(before), digits);
        }

        BigDecimal convert(BigDecimal value) {
            return digits < 0
                    ? value
                    : value.add(before).multiply(factor).divide(divisor, digits, RoundingMode.HALF_UP);
        }
    }
}
