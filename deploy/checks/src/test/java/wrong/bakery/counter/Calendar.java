package wrong.bakery.counter;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// Counter-example: asks the machine what day it is, in three ways.
final class Calendar {
    private Calendar() {}

    static boolean isToday(Instant instant) {
        return instant.isBefore(Instant.now())
                && instant.isBefore(Clock.systemUTC().instant())
                && LocalDate.now(ZoneOffset.UTC).equals(LocalDate.ofInstant(instant, ZoneOffset.UTC));
    }
}
