package hoso.healthrecord.person;

import hoso.chassis.testing.Settings;
import java.time.Clock;
import java.util.Map;

/// Reads personal numbers as this service does under test, for tests of other packages.
public final class Numbers {
    private Numbers() {}

    public static ReadPersonalNumber reading(Clock clock) {
        return new ReadPersonalNumber(Settings.of(PersonalNumberConfig.class, Map.of()), clock);
    }
}
