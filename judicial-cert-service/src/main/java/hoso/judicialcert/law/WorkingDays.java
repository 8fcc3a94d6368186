package hoso.judicialcert.law;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/// The days on which state agencies work: Monday to Friday, but for holidays, and with the days worked instead.
record WorkingDays(Set<LocalDate> off, Set<LocalDate> worked) {

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
