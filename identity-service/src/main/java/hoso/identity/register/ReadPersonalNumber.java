package hoso.identity.register;

import hoso.chassis.personal.PersonalNumber;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;

/// Reads a personal number by the rules of this installation and the date in Viet Nam.
@ApplicationScoped
public class ReadPersonalNumber {
    private static final ZoneId VIET_NAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private final Set<String> testPrefixes;
    private final Clock clock;

    ReadPersonalNumber(NumberConfig config, Clock clock) {
        this.testPrefixes = config.testPrefixes().orElse(Set.of());
        this.clock = clock;
    }

    public PersonalNumber.Reading read(String text) {
        return PersonalNumber.read(text, LocalDate.ofInstant(clock.instant(), VIET_NAM), testPrefixes);
    }
}
