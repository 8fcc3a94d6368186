package hoso.chassis.testing;

import java.time.Clock;
import java.time.Instant;

/// The clock of the tests. It runs from the moment that `./hoso test --at MOMENT` names, for tests, services, databases
/// and partners alike, because the whole process tree is shifted; without it, from the moment the test begins. Tests
/// ask here and nowhere else, so that a test that depends on a date can be run on that date.
public final class TestClock {
    public static final Clock CLOCK = Clock.systemUTC();

    private TestClock() {}

    public static Instant now() {
        return CLOCK.instant();
    }
}
