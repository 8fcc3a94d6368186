package hoso.healthrecord.reading.api;

import hoso.healthrecord.document.VisitRules;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;

/// A stretch of time, as long as a date is inexact: `2015` is the whole year. Dates without an offset are local.
///
/// @param end not part of it
record Span(Instant start, Instant end) {
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-[0-9]{2}");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern MINUTE = Pattern.compile(".*T[0-9]{2}:[0-9]{2}([Z+-].*)?");
    private static final Pattern FRACTION = Pattern.compile(".*\\.[0-9]+([Z+-].*)?");
    private static final Pattern OFFSET = Pattern.compile(".*(?:Z|[+-][0-9]{2}:[0-9]{2})");

    /// Reads a FHIR date, dateTime or instant; in a query the offset may be left out.
    static Optional<Span> of(String text) {
        try {
            if (YEAR.matcher(text).matches()) {
                var year = LocalDate.of(Integer.parseInt(text), 1, 1);
                return Optional.of(days(year, year.plusYears(1)));
            }
            if (MONTH.matcher(text).matches()) {
                var month = YearMonth.parse(text).atDay(1);
                return Optional.of(days(month, month.plusMonths(1)));
            }
            if (DAY.matcher(text).matches()) {
                var day = LocalDate.parse(text);
                return Optional.of(days(day, day.plusDays(1)));
            }
            var start = OffsetDateTime.parse(OFFSET.matcher(text).matches() ? text : text + VisitRules.LOCAL)
                    .toInstant();
            return Optional.of(new Span(start, end(text, start)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Instant end(String text, Instant start) {
        if (MINUTE.matcher(text).matches()) {
            return start.plusSeconds(60);
        }
        return FRACTION.matcher(text).matches() ? start.plusNanos(1) : start.plusSeconds(1);
    }

    private static Span days(LocalDate from, LocalDate until) {
        return new Span(
                from.atStartOfDay().toInstant(VisitRules.LOCAL),
                until.atStartOfDay().toInstant(VisitRules.LOCAL));
    }

    boolean within(Span other) {
        return !start.isBefore(other.start) && !end.isAfter(other.end);
    }
}
