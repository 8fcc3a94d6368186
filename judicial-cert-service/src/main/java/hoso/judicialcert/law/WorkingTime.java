package hoso.judicialcert.law;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The hours at which state agencies work on the days on which they do.
///
/// @param hours of a day, in their order
record WorkingTime(WorkingDays days, List<DeadlineRule.WorkingHours> hours) {

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

    /// When so much time is over that began at a moment.
    ///
    /// @param closes on the last day, where days are counted
    Instant end(Instant from, int amount, DeadlineRule.Deadline.Unit unit, LocalTime closes) {
        var day = Law.dayOf(from);
        return switch (unit) {
            case CALENDAR_DAYS -> closing(days.onOrAfter(day.plusDays(amount)), closes);
            case WORKING_DAYS -> closing(days.plus(day, amount), closes);
            case HOURS -> from.plus(Duration.ofHours(amount));
            case WORKING_HOURS -> plus(from, Duration.ofHours(amount));
        };
    }

    /// When a limit ends that stood still between two moments.
    Instant later(Instant due, DeadlineRule.Deadline rule, Instant from, Instant to) {
        if (rule.pausedIn() == null) {
            throw new IllegalStateException(rule.rule() + " does not pause");
        }
        var last = Law.dayOf(due);
        return switch (rule.pausedIn()) {
            case CALENDAR_DAYS -> {
                var passed = Math.toIntExact(ChronoUnit.DAYS.between(Law.dayOf(from), Law.dayOf(to)));
                yield closing(days.onOrAfter(last.plusDays(passed)), rule.closes());
            }
            case WORKING_DAYS -> closing(days.plus(last, days.between(Law.dayOf(from), Law.dayOf(to))), rule.closes());
            case HOURS -> due.plus(Duration.between(from, to));
            case WORKING_HOURS -> plus(due, between(from, to));
        };
    }

    private static Instant closing(LocalDate last, LocalTime closes) {
        return last.atTime(closes).atZone(Law.ZONE).toInstant();
    }

    private static ZonedDateTime later(ZonedDateTime one, ZonedDateTime other) {
        return one.isAfter(other) ? one : other;
    }

    private static ZonedDateTime earlier(ZonedDateTime one, ZonedDateTime other) {
        return one.isBefore(other) ? one : other;
    }

    private List<DeadlineRule.WorkingHours> spans(LocalDate day) {
        return days.isWorked(day)
                ? hours.stream().filter(span -> span.validity().includes(day)).toList()
                : List.of();
    }

    private static ZonedDateTime nextDay(ZonedDateTime now) {
        return now.toLocalDate().plusDays(1).atStartOfDay(Law.ZONE);
    }

    /// The days on which state agencies work: Monday to Friday, but for holidays, and with the days worked instead.
    record WorkingDays(Set<LocalDate> off, Set<LocalDate> worked) {

        static WorkingDays read(LawFiles files) {
            return new WorkingDays(days(files, "OFF"), days(files, "WORK"));
        }

        private static Set<LocalDate> days(LawFiles files, String kind) {
            return Table.read(files, "days-off.csv")
                    .filter(row -> row.text("kind").equals(kind))
                    .map(row -> LocalDate.parse(row.text("date")))
                    .collect(Collectors.toUnmodifiableSet());
        }

        boolean isWorked(LocalDate day) {
            return worked.contains(day) || (!isWeekend(day) && !off.contains(day));
        }

        /// The day itself if it is worked, else the next that is (Civil Code 2015 Art. 148.5).
        LocalDate onOrAfter(LocalDate day) {
            var next = day;
            while (!isWorked(next)) {
                next = next.plusDays(1);
            }
            return next;
        }

        /// `days` working days later; the day itself does not count (Civil Code 2015 Art. 147.2).
        LocalDate plus(LocalDate day, int days) {
            var due = day;
            for (var left = days; left > 0; left--) {
                due = onOrAfter(due.plusDays(1));
            }
            return due;
        }

        /// How many days are worked after one day until another, the last included.
        int between(LocalDate after, LocalDate until) {
            return Math.toIntExact(after.plusDays(1)
                    .datesUntil(until.isAfter(after) ? until.plusDays(1) : after.plusDays(1))
                    .filter(this::isWorked)
                    .count());
        }

        private static boolean isWeekend(LocalDate day) {
            return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        }
    }
}
