package hoso.healthrecord.document;

import hoso.chassis.personal.Sensitive;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/// A date of birth as exact as the paper it comes from: old papers name a year or a month only. 0 is "not known".
public record BirthDate(int year, int month, int day) implements Sensitive {
    private static final Pattern CLAIM = Pattern.compile("[0-9]{8}(?:[0-9]{4})?");
    private static final Pattern ISO = Pattern.compile("[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?");

    public BirthDate {
        if (year < 1880 || year > 2399 || (month == 0 && day != 0)) {
            throw new DateTimeException("no birth date");
        }
        var _ = LocalDate.of(year, Math.max(month, 1), Math.max(day, 1));
    }

    /// Reads `yyyyMMdd` or `yyyyMMddHHmm`, where `00` stands for a month or day that is not known (Decision 4750).
    public static Optional<BirthDate> ofClaim(String text) {
        return CLAIM.matcher(text).matches()
                ? of(text.substring(0, 4), text.substring(4, 6), text.substring(6, 8))
                : Optional.empty();
    }

    /// Reads `yyyy`, `yyyy-MM` or `yyyy-MM-dd`.
    public static Optional<BirthDate> ofIso(String text) {
        return ISO.matcher(text).matches()
                ? of(
                        text.substring(0, 4),
                        text.length() > 4 ? text.substring(5, 7) : "0",
                        text.length() > 7 ? text.substring(8, 10) : "0")
                : Optional.empty();
    }

    private static Optional<BirthDate> of(String year, String month, String day) {
        try {
            return Optional.of(new BirthDate(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /// Is it certain that the birth lies after `day`?
    public boolean after(LocalDate today) {
        return LocalDate.of(year, Math.max(month, 1), Math.max(day, 1)).isAfter(today);
    }

    /// `yyyy`, `yyyy-MM` or `yyyy-MM-dd`, as exact as it is known.
    public String iso() {
        if (month == 0) {
            return "%04d".formatted(year);
        }
        return day == 0 ? "%04d-%02d".formatted(year, month) : "%04d-%02d-%02d".formatted(year, month, day);
    }

    /// A date of birth names a person, so it prints nothing.
    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
