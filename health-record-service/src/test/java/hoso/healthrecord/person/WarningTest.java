package hoso.healthrecord.person;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.chassis.personal.PersonalNumber;
import hoso.healthrecord.document.BirthDate;
import hoso.healthrecord.document.Visit.Sex;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("core")
class WarningTest {
    @Test
    void aDifferenceBetweenNumberAndDocumentIsAWarning() {
        var number = new PersonalNumber("003185000017");

        assertThat(Warning.about(number, new BirthDate(1985, 3, 17), Sex.FEMALE))
                .isEmpty();
        assertThat(Warning.about(number, new BirthDate(1986, 0, 0), Sex.MALE))
                .containsExactly(Warning.NUMBER_AND_BIRTH_YEAR_DIFFER, Warning.NUMBER_AND_SEX_DIFFER);
    }

    /// A visit of the first hours of a year is read by the date in Viet Nam, where the year has begun.
    @ParameterizedTest
    @CsvSource({"2026-12-31T16:59:59Z, false", "2026-12-31T17:00:00Z, true"})
    void aNumberOfThisYearIsTakenFromTheFirstMomentOfTheYearInVietNam(Instant now, boolean taken) {
        var read = new ReadPersonalNumber(() -> Optional.of(Set.of("003")), Clock.fixed(now, ZoneOffset.UTC));

        assertThat(read.read("003227000001") != null).isEqualTo(taken);
    }
}
