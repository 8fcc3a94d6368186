package hoso.healthrecord.reading.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Numbers with their unit. A unit that laboratories here write (`G/L`, `lần/phút`) has its UCUM code beside it
/// where that is certain; the unit as written always stays, and the number is never touched.
final class Units {
    static final String UCUM = "http://unitsofmeasure.org";

    private static final Map<String, String> CODES = read();

    /// A comma before three digits may part thousands, so that such a text is no number here.
    private static final Pattern NUMBER =
            Pattern.compile("(<=|>=|<|>|≤|≥)?\\s*(-?[0-9]{1,12})(?:(\\.[0-9]{1,12})|,([0-9]{1,2}|[0-9]{4,12}))?");

    private Units() {}

    private static Map<String, String> read() {
        var properties = new Properties();
        try (var in = Units.class.getResourceAsStream("/units.properties")) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        one -> one.getKey().toString(), one -> one.getValue().toString()));
    }

    /// A Quantity; null when the text is no number.
    static @Nullable ObjectNode quantity(@Nullable String text, @Nullable String unit) {
        var number = text == null ? null : NUMBER.matcher(text.strip());
        if (number == null || !number.matches()) {
            return null;
        }
        var fraction = number.group(3) != null ? number.group(3) : number.group(4) != null ? "." + number.group(4) : "";
        var quantity = Nodes.object().put("value", new BigDecimal(number.group(2) + fraction));
        if (number.group(1) != null) {
            quantity.put("comparator", number.group(1).replace("≤", "<=").replace("≥", ">="));
        }
        if (unit != null) {
            quantity.put("unit", unit);
            var code = CODES.get(unit.replace(" ", ""));
            if (code != null) {
                quantity.put("system", UCUM).put("code", code);
            }
        }
        return quantity;
    }

    /// A Quantity in a unit of UCUM.
    static ObjectNode ucum(BigDecimal value, String code) {
        return Nodes.object()
                .put("value", value)
                .put("unit", code)
                .put("system", UCUM)
                .put("code", code);
    }
}
