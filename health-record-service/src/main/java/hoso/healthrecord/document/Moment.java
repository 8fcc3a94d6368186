package hoso.healthrecord.document;

import hoso.chassis.personal.Sensitive;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A time as exact as the document tells it: a year is no first of January, and a day has no hour (FHIR `dateTime`).
///
/// @param from the beginning: year, month, day, or an instant in UTC
/// @param until the end, if it is a stretch of time that has one
public record Moment(String from, @Nullable String until) implements Sensitive {
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-[0-9]{2}");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    public static Moment at(Instant instant) {
        return new Moment(instant.toString(), null);
    }

    public static Moment on(LocalDate day) {
        return new Moment(day.toString(), null);
    }

    /// Reads a FHIR `date`, `dateTime` or `instant`; with a time it must have an offset.
    public static Optional<Moment> ofFhir(String text) {
        try {
            if (YEAR.matcher(text).matches()) {
                return Optional.of(new Moment(text, null));
            }
            if (MONTH.matcher(text).matches()) {
                return Optional.of(new Moment(YearMonth.parse(text).toString(), null));
            }
            if (DAY.matcher(text).matches()) {
                return Optional.of(on(LocalDate.parse(text)));
            }
            // Years have four digits in FHIR; Java reads more after a sign, and no database keeps them.
            return Character.isDigit(text.charAt(0))
                    ? Optional.of(at(OffsetDateTime.parse(text).toInstant()))
                    : Optional.empty();
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /// Reads what was kept before there were moments: an instant in UTC.
    public static Moment valueOf(String text) {
        return new Moment(text, null);
    }

    public Moment until(Moment end) {
        return new Moment(from, end.from);
    }

    /// The instant of the beginning, absent when no more than a day is known.
    public @Nullable Instant instant() {
        return instant(from);
    }

    /// The year, month or day of the beginning, absent when the instant is known.
    public @Nullable String day() {
        return instant() == null ? from : null;
    }

    /// The instant of the end, absent when no more than a day is known, or no end.
    public @Nullable Instant untilInstant() {
        return until == null ? null : instant(until);
    }

    private static @Nullable Instant instant(String text) {
        return text.indexOf('T') < 0 ? null : Instant.parse(text);
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
