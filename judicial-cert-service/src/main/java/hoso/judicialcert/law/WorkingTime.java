package hoso.judicialcert.law;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;

/// The hours at which state agencies work on the days on which they do.
///
/// @param hours of a day, in their order
record WorkingTime(WorkingDays days, List<Rule.WorkingHours> hours) {

    /// So much working time later; time outside it does not count.
    Instant plus(Instant from, Duration amount) {
        var left = amount;
        var now = from.atZone(Law.ZONE);
        while (true) {
            for (var span : spans(now.toLocalDate())) {
                var begin = span.from().atDate(now.toLocalDate()).atZone(Law.ZONE);
                var end = span.to().atDate(now.toLocalDate()).atZone(Law.ZONE);
                var counted = now.isAfter(begin) ? now : begin;
                var room = counted.isBefore(end) ? Duration.between(counted, end) : Duration.ZERO;
                if (room.compareTo(left) >= 0 && !left.isNegative()) {
                    return counted.plus(left).toInstant();
                }
                left = left.minus(room);
            }
            now = nextDay(now);
        }
    }

    /// How much was worked between two moments.
    Duration between(Instant from, Instant to) {
        var begin = from.atZone(Law.ZONE);
        var end = to.atZone(Law.ZONE);
        var worked = Duration.ZERO;
        for (var day = begin.toLocalDate(); !day.isAfter(end.toLocalDate()); day = day.plusDays(1)) {
            for (var span : spans(day)) {
                var opens = later(begin, span.from().atDate(day).atZone(Law.ZONE));
                var closes = earlier(end, span.to().atDate(day).atZone(Law.ZONE));
                worked = opens.isBefore(closes) ? worked.plus(Duration.between(opens, closes)) : worked;
            }
        }
        return worked;
    }

    private static ZonedDateTime later(ZonedDateTime one, ZonedDateTime other) {
        return one.isAfter(other) ? one : other;
    }

    private static ZonedDateTime earlier(ZonedDateTime one, ZonedDateTime other) {
        return one.isBefore(other) ? one : other;
    }

    private List<Rule.WorkingHours> spans(LocalDate day) {
        return days.isWorked(day)
                ? hours.stream().filter(span -> span.validity().includes(day)).toList()
                : List.of();
    }

    private static ZonedDateTime nextDay(ZonedDateTime now) {
        return now.toLocalDate().plusDays(1).atStartOfDay(Law.ZONE);
    }
}
