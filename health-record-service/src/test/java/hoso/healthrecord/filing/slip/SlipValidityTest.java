package hoso.healthrecord.filing.slip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("core")
class SlipValidityTest {

    @ParameterizedTest
    @CsvSource({
        // Ten working days from a Tuesday.
        "REFERRAL, J02.9, 2026-10-20, 2026-11-03",
        // Reunification Day, Labour Day and a weekend are no working days.
        "REFERRAL, I10, 2026-04-27, 2026-05-13",
        "REFERRAL, E11.9, 2026-10-20, 2027-10-20",
        "REFERRAL, C34.9, 2026-10-20, 2027-10-20",
        "REEXAMINATION, E11.9, 2026-10-20, 2026-11-03",
        // No rule of that time is known: the slip is good on its own day.
        "REFERRAL, J02.9, 2024-10-22, 2024-10-22"
    })
    void aSlipIsValidAsLongAsTheRuleOfItsDaySays(SlipKind kind, String code, LocalDate begin, LocalDate until) {
        assertThat(SlipValidity.until(kind, begin, List.of("Z00", code))).isEqualTo(until);
    }
}
