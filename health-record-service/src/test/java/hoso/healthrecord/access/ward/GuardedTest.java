package hoso.healthrecord.access.ward;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.healthrecord.document.BirthDate;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How long parents and guardians read.
@Tag("core")
class GuardedTest {
    private static final Instant NOW = Instant.parse("2026-12-01T02:00:00Z");

    @ParameterizedTest
    @CsvSource({
        // A small child: a year at a time.
        "CHILD, 2017-05-20, 2027-12-01T02:00:00Z",
        // The 18th birthday begins at midnight in Viet Nam.
        "CHILD, 2009-03-01, 2027-02-28T17:00:00Z",
        "CHILD, 2008-12-02, 2026-12-01T17:00:00Z",
        // Of age today, and long ago.
        "CHILD, 2008-12-01, ",
        "CHILD, 1990-01-01, ",
        // Known to the year only: its first day counts.
        "CHILD, 2009, 2026-12-31T17:00:00Z",
        "CHILD, 2008, ",
        // A ward of any age.
        "WARD, 1950-01-01, 2027-12-01T02:00:00Z",
    })
    void theRightEndsOnTheDayTheChildComesOfAgeAndAfterAYearAtTheLatest(
            Guarded relation, String born, @Nullable Instant until) {
        assertThat(relation.until(BirthDate.ofIso(born).orElseThrow(), NOW)).isEqualTo(Optional.ofNullable(until));
    }
}
