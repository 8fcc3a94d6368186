package hoso.judicialcert.verification.single;

import java.util.Optional;
import java.util.regex.Pattern;

/// What the asker says beside what is shown.
///
/// @param reference what the asker calls the check; a receipt is given to whoever names one
public record Asked(AcceptedAge terms, Optional<String> reference) {
    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/-]{0,63}");

    /// A personal number has twelve digits, an old one nine: neither belongs into a receipt.
    private static final Pattern PERSONAL = Pattern.compile("(?<![0-9])(?:[0-9]{9}|[0-9]{12})(?![0-9])");

    static boolean isReference(String text) {
        return REFERENCE.matcher(text).matches() && !PERSONAL.matcher(text).find();
    }
}
