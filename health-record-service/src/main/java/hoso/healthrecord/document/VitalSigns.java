package hoso.healthrecord.document;

import hoso.chassis.personal.Sensitive;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Vital signs, in the units in which the wards write them.
///
/// @param pulse beats per minute
/// @param temperature degrees Celsius
/// @param systolic mmHg
/// @param diastolic mmHg
/// @param respiration breaths per minute
/// @param oxygen saturation (SpO2), per cent
/// @param careLevel level of nursing care, 1 to 3
/// @param weight kilograms
/// @param height centimetres
public record VitalSigns(
        @Nullable BigDecimal pulse,
        @Nullable BigDecimal temperature,
        @Nullable BigDecimal systolic,
        @Nullable BigDecimal diastolic,
        @Nullable BigDecimal respiration,
        @Nullable BigDecimal oxygen,
        @Nullable BigDecimal careLevel,
        @Nullable BigDecimal weight,
        @Nullable BigDecimal height)
        implements Sensitive {
    private static final Pattern MARK = Pattern.compile("CSST\\s{0,3}<([^<>]{1,120})>");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}(?:[.,][0-9]{1,2})?");
    private static final Pattern PRESSURE = Pattern.compile("([0-9]{1,3})/([0-9]{1,3})");

    /// As the wards mark them, without weight and height.
    public VitalSigns(
            @Nullable BigDecimal pulse,
            @Nullable BigDecimal temperature,
            @Nullable BigDecimal systolic,
            @Nullable BigDecimal diastolic,
            @Nullable BigDecimal respiration,
            @Nullable BigDecimal oxygen,
            @Nullable BigDecimal careLevel) {
        this(pulse, temperature, systolic, diastolic, respiration, oxygen, careLevel, null, null);
    }

    /// Finds `CSST<M75_T37_HA120/70_NT18_SP98_HL2>` in a ward's note (Decision 4750); what it cannot read
    /// it leaves out.
    public static @Nullable VitalSigns find(@Nullable String note) {
        return all(note).stream().findFirst().orElse(null);
    }

    /// All marks of one note, as where a ward writes the morning and the evening together.
    public static List<VitalSigns> all(@Nullable String note) {
        if (note == null || !note.contains("CSST")) {
            return List.of();
        }
        return MARK.matcher(note)
                .results()
                .map(VitalSigns::of)
                .filter(VitalSigns::hasValues)
                .toList();
    }

    private static VitalSigns of(MatchResult mark) {
        @Nullable BigDecimal pulse = null;
        @Nullable BigDecimal temperature = null;
        @Nullable BigDecimal systolic = null;
        @Nullable BigDecimal diastolic = null;
        @Nullable BigDecimal respiration = null;
        @Nullable BigDecimal oxygen = null;
        @Nullable BigDecimal careLevel = null;
        for (var part : mark.group(1).split("_", -1)) {
            var sign = part.strip();
            if (sign.startsWith("HA")) {
                var pressure = PRESSURE.matcher(sign.substring(2).strip());
                if (pressure.matches()) {
                    systolic = new BigDecimal(pressure.group(1));
                    diastolic = new BigDecimal(pressure.group(2));
                }
            } else if (sign.startsWith("NT")) {
                respiration = number(sign, 2);
            } else if (sign.startsWith("SP")) {
                oxygen = number(sign, 2);
            } else if (sign.startsWith("HL")) {
                careLevel = number(sign, 2);
            } else if (sign.startsWith("M")) {
                pulse = number(sign, 1);
            } else if (sign.startsWith("T")) {
                temperature = number(sign, 1);
            }
        }
        return new VitalSigns(pulse, temperature, systolic, diastolic, respiration, oxygen, careLevel);
    }

    private static @Nullable BigDecimal number(String sign, int from) {
        var text = sign.substring(from).strip();
        return NUMBER.matcher(text).matches() ? new BigDecimal(text.replace(',', '.')) : null;
    }

    boolean hasValues() {
        return pulse != null
                || temperature != null
                || systolic != null
                || diastolic != null
                || respiration != null
                || oxygen != null
                || careLevel != null
                || weight != null
                || height != null;
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
