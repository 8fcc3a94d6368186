package hoso.healthrecord.hiv;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The codes of `hiv/codes.csv`, looked up in their own system.
final class HivCodes {
    private static final Pattern MARKS = Pattern.compile("[^A-Z0-9-]");
    private static final int SHORTEST = 3;

    private final Map<CodeSystem, Map<String, HivRules.Degree>> whole = new EnumMap<>(CodeSystem.class);
    private final Map<CodeSystem, Map<String, HivRules.Degree>> beginnings = new EnumMap<>(CodeSystem.class);

    HivCodes(Iterable<String> lines) {
        for (var line : lines) {
            var parts = line.split(",", -1);
            var system = CodeSystem.valueOf(parts[0]);
            var begins = parts[1].endsWith("*");
            (begins ? beginnings : whole)
                    .computeIfAbsent(system, _ -> new HashMap<>())
                    .put(bare(parts[1]), HivRules.Degree.valueOf(parts[2]));
        }
    }

    HivRules.@Nullable Degree degree(CodeSystem system, String code) {
        if (system == CodeSystem.OTHER) {
            return null;
        }
        var bare = bare(code);
        if (system != CodeSystem.UNNAMED) {
            return degree(bare, whole.get(system), beginnings.get(system));
        }
        for (var known : CodeSystem.values()) {
            var degree = degree(bare, whole.get(known), beginnings.get(known));
            // Codes of ICD-9 are bare numbers, which without a system may be anything.
            if (degree != null && known != CodeSystem.ICD_9) {
                return degree;
            }
        }
        return null;
    }

    private static HivRules.@Nullable Degree degree(
            String bare,
            @Nullable Map<String, HivRules.Degree> whole,
            @Nullable Map<String, HivRules.Degree> beginnings) {
        var found = whole == null ? null : whole.get(bare);
        for (int length = bare.length(); found == null && beginnings != null && length >= SHORTEST; length--) {
            found = beginnings.get(bare.substring(0, length));
        }
        return found;
    }

    /// Without case, dots, blanks, and the marks of dagger and asterisk.
    private static String bare(String code) {
        return MARKS.matcher(code.toUpperCase(Locale.ROOT)).replaceAll("");
    }
}
