package hoso.healthrecord.person;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.healthrecord.document.BirthDate;
import hoso.healthrecord.document.Visit.Sex;
import hoso.healthrecord.person.PersonalNumber.Warning;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalNumberTest {
    private static final Set<String> TEST = Set.of("003");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @ParameterizedTest
    @CsvSource({
        "003085000017, true, 1985",
        "003185000017, false, 1985",
        "003204000123, true, 2004",
        "003305000111, false, 2005",
        "087084000999, true, 1984"
    })
    void aNumberTellsSexAndYearOfBirth(String text, boolean male, int year) {
        var number = Objects.requireNonNull(PersonalNumber.of(text, TODAY, TEST));

        assertThat(number.male()).isEqualTo(male);
        assertThat(number.birthYear()).isEqualTo(year);
    }

    @ParameterizedTest
    @ValueSource(strings = {"097085000017", "00308500017", "00308500001A", "003285000017", "٠٠٣٠٨٥٠٠٠٠١٧", "", " "})
    void aNumberThatCannotBeIsNone(String text) {
        assertThat(PersonalNumber.of(text, TODAY, TEST)).isNull();
    }

    @Test
    void testPeopleAreTakenOnlyWhereTheyAreAllowed() {
        assertThat(PersonalNumber.of("003185000017", TODAY, Set.of())).isNull();
    }

    @Test
    void aDifferenceBetweenNumberAndDocumentIsAWarning() {
        var number = Objects.requireNonNull(PersonalNumber.of("003185000017", TODAY, TEST));

        assertThat(number.disagreements(new BirthDate(1985, 3, 17), Sex.FEMALE)).isEmpty();
        assertThat(number.disagreements(new BirthDate(1986, 0, 0), Sex.MALE))
                .containsExactly(Warning.NUMBER_AND_BIRTH_YEAR_DIFFER, Warning.NUMBER_AND_SEX_DIFFER);
        assertThat(number).hasToString("PersonalNumber[***]");
    }
}
