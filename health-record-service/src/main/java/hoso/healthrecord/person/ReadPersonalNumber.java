package hoso.healthrecord.person;

import hoso.chassis.personal.PersonalNumber;
import hoso.chassis.personal.PersonalNumber.Reading;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a personal number by the rules of this installation and the date in Viet Nam.
@ApplicationScoped
public class ReadPersonalNumber {
    private static final ZoneId VIET_NAM = ZoneId.of("Asia/Ho_Chi_Minh");
    /// People write the number in groups: `003 085 000 017`.
    private static final Pattern GAPS = Pattern.compile("[\\s.\\-]", Pattern.UNICODE_CHARACTER_CLASS);

    private final Set<String> testPrefixes;
    private final Clock clock;

    ReadPersonalNumber(PersonalNumberConfig config, Clock clock) {
        this.testPrefixes = config.testPrefixes().orElse(Set.of());
        this.clock = clock;
    }

    /// Absent when the text is no valid personal number: a visit may come without one.
    public @Nullable PersonalNumber read(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return switch (PersonalNumber.read(
                GAPS.matcher(text).replaceAll(""), LocalDate.ofInstant(clock.instant(), VIET_NAM), testPrefixes)) {
            case Reading.Read(var number) -> number;
            case Reading.Unreadable _ -> null;
        };
    }
}
