package hoso.chassis.personal;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.chassis.personal.PersonalNumber.Fault;
import hoso.chassis.personal.PersonalNumber.Reading;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("core")
class PersonalNumberTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Set<String> TEST_PREFIXES = Set.of("003");

    @ParameterizedTest
    @CsvSource({
        "003085000017, false, 1985",
        "003185000017, true,  1985",
        "003204000123, false, 2004",
        "003305000111, true,  2005",
        "003000000001, false, 1900",
        "003326999999, true,  2026"
    })
    void aNumberTellsSexAndYearOfBirth(String text, boolean female, int year) {
        var reading = PersonalNumber.read(text, TODAY, TEST_PREFIXES);

        assertThat(reading).isInstanceOfSatisfying(Reading.Read.class, read -> {
            assertThat(read.number().female()).isEqualTo(female);
            assertThat(read.number().birthYear().getValue()).isEqualTo(year);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "00308500017,    LENGTH",
        "0030850000170,  LENGTH",
        "'',             LENGTH",
        "' ',            LENGTH",
        "' 03085000017', CHARACTER",
        "00308500001A,   CHARACTER",
        "٠٠٣٠٨٥٠٠٠٠١٧,   CHARACTER",
        "003285000017,   FUTURE",
        "003227000001,   FUTURE",
        "003985000017,   FUTURE"
    })
    void aTextThatIsNoNumberIsToldWhatToMendFirst(String text, Fault fault) {
        assertThat(PersonalNumber.read(text, TODAY, TEST_PREFIXES)).isEqualTo(new Reading.Unreadable(fault));
    }

    /// The numbers are put together here, so that no file holds one that could be somebody's.
    @ParameterizedTest
    @CsvSource({
        "001, true",
        "087, true",
        "096, true",
        "101, true",
        "119, true",
        "003, true",
        "000, false",
        "005, false",
        "097, false",
        "100, false"
    })
    void thePlaceOfBirthIsAProvinceOrACountryOrMadeUp(String place, boolean isOne) {
        var reading = PersonalNumber.read(place + "085000017", TODAY, TEST_PREFIXES);

        assertThat(reading.equals(new Reading.Unreadable(Fault.PREFIX))).isEqualTo(!isOne);
    }

    @Test
    void theNumberOfAMadeUpPersonIsTakenOnlyWhereTheSwitchIsOn() {
        assertThat(PersonalNumber.read("003085000017", TODAY, Set.of()))
                .isEqualTo(new Reading.Unreadable(Fault.PREFIX));
    }

    @Test
    void aNumberNeverPrintsItself() {
        assertThat(new PersonalNumber("003185000017")).hasToString("PersonalNumber[***]");
    }
}
