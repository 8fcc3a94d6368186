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

    /// So many working hours later; time outside them does not count.
    Instant plus(Instant from, int amount) {
        var left = Duration.ofHours(amount);
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

    private List<Rule.WorkingHours> spans(LocalDate day) {
        return days.isWorked(day)
                ? hours.stream().filter(span -> span.validity().includes(day)).toList()
                : List.of();
    }

    private static ZonedDateTime nextDay(ZonedDateTime now) {
        return now.toLocalDate().plusDays(1).atStartOfDay(Law.ZONE);
    }
}
