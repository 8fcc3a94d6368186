package hoso.chassis.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/// Days as people and machines write them: `yyyy-mm-dd` (RFC 3339, full-date).
public final class Days {
    private static final int LENGTH = "yyyy-mm-dd".length();

    private Days() {}

    /// The day; empty when the text is none. Years have four digits: ISO 8601 lets a sign and more digits stand before,
    /// and no database knows such a year.
    public static Optional<LocalDate> read(String text) {
        if (text.length() != LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> day.getYear() > 0);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
