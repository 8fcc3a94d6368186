package hoso.healthrecord.access.consent;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.healthrecord.access.journal.Purpose;
import hoso.healthrecord.access.restriction.DataKind;
import hoso.healthrecord.access.restriction.SensitiveCategory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What can be asked for, and that a citizen gives less and never more.
@Tag("core")
class ConsentTermsTest {
    private static final Instant NOW = Instant.parse("2026-12-01T02:00:00Z");
    private static final Instant HOUR = NOW.plus(Duration.ofHours(1));
    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);
    private static final ConsentTerms ASKED = new ConsentTerms(
            Purpose.TREATMENT,
            Set.of(DataKind.DIAGNOSIS, DataKind.RESULT),
            Set.of(SensitiveCategory.MENTAL_HEALTH),
            DAY,
            DAY.plusDays(30),
            HOUR,
            HOUR,
            5,
            Duration.ofDays(1));

    @Test
    void whatIsAskedForIsGivenAsItIs() {
        assertThat(ASKED.faults(NOW)).isEmpty();
        assertThat(ASKED.beyond(ASKED)).isEmpty();
    }

    @Test
    void lessInEveryMemberIsGiven() {
        var less = new ConsentTerms(
                Purpose.TREATMENT,
                Set.of(DataKind.RESULT),
                Set.of(),
                DAY.plusDays(1),
                DAY.plusDays(2),
                HOUR.minusSeconds(60),
                HOUR.minusSeconds(30),
                1,
                Duration.ofDays(2));

        assertThat(less.beyond(ASKED)).isEmpty();
    }

    @Test
    void moreInAnyMemberIsToldByItsName() {
        var more = new ConsentTerms(
                Purpose.INSURANCE,
                Set.of(DataKind.MEDICATION),
                Set.of(SensitiveCategory.GENETICS),
                null,
                DAY.plusDays(31),
                HOUR.plusSeconds(1),
                HOUR.plusSeconds(2),
                null,
                null);

        assertThat(more.beyond(ASKED))
                .containsExactly("purpose", "kinds", "sensitive", "from", "until", "validUntil", "eraseAt", "times");
    }

    @Test
    void whatCannotBeAskedForIsToldByItsName() {
        var wrong = new ConsentTerms(
                Purpose.FAMILY, Set.of(), Set.of(), DAY, DAY.minusDays(1), NOW, NOW.minusSeconds(1), 0, Duration.ZERO);

        assertThat(wrong.faults(NOW)).containsExactly("purpose", "kinds", "until", "validUntil", "eraseAt", "times");
    }
}
