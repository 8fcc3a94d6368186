package hoso.identity.register;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.identity.register.PersonalNumber.Doubt;
import hoso.identity.register.PersonalNumber.Fault;
import hoso.identity.register.PersonalNumber.Reading;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonalNumberTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Set<String> TEST_PREFIXES = Set.of("003");

    @ParameterizedTest
    @CsvSource({
        "003085000017, MALE,   1985",
        "003185000017, FEMALE, 1985",
        "003204000123, MALE,   2004",
        "003305000111, FEMALE, 2005",
        "003000000001, MALE,   1900",
        "003326999999, FEMALE, 2026"
    })
    void aNumberTellsSexAndYearOfBirth(String text, Sex sex, int year) {
        var reading = PersonalNumber.read(text, TODAY, TEST_PREFIXES);

        assertThat(reading).isInstanceOfSatisfying(Reading.Read.class, read -> {
            assertThat(read.number().sex()).isEqualTo(sex);
            assertThat(read.number().birthYear().getValue()).isEqualTo(year);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "00308500017,    LENGTH",
        "0030850000170,  LENGTH",
        "'',             LENGTH",
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

    @ParameterizedTest
    @CsvSource({
        "003185000017, FEMALE,       1985-03-17,",
        "003185000017, UNDETERMINED, 1985-03-17,",
        "003185000017, MALE,         1985-03-17, SEX_DIFFERS",
        "003185000017, FEMALE,       1984-12-31, BIRTH_YEAR_DIFFERS"
    })
    void aDifferenceFromTheRegisterIsADoubtAndNoFault(
            String text, Sex sex, LocalDate birthDate, @Nullable Doubt doubt) {
        var number = new PersonalNumber(text);

        var doubts = number.doubtsAbout(person(text, sex, birthDate));

        assertThat(doubts).isEqualTo(doubt == null ? Set.of() : Set.of(doubt));
    }

    @Test
    void aNumberNeverPrintsItself() {
        assertThat(new PersonalNumber("003185000017")).hasToString("PersonalNumber[***]");
    }

    @ParameterizedTest
    @CsvSource({
        "NGUYỄN THỊ THỬ NGHIỆM,    1985-03-17, true",
        "Nguyễn Thị Thử Nghiệm,    1985-03-17, true",
        "nguyen thi  thu nghiem,   1985-03-17, true",
        "NGUYỄN THỊ THỬ,           1985-03-17, false",
        "NGUYỄN THỊ THỬ NGHIỆM AN, 1985-03-17, false",
        "NGUYỄN THỊ THỬ NGHIỆM,    1985-03-18, false",
        "NGUYỄN THỊ THỬ NGHIỆM,    1985-07-13, false"
    })
    void marksAndCaseOfANameCountForNothingAndAllElseCounts(String name, LocalDate born, boolean isTheirs) {
        var person = person("003185000017", Sex.FEMALE, LocalDate.of(1985, 3, 17));

        assertThat(person.isCalled(name, born)).isEqualTo(isTheirs);
    }

    private static RegisteredPerson person(String number, Sex sex, LocalDate birthDate) {
        return new RegisteredPerson(
                number, "NGUYỄN THỊ THỬ NGHIỆM", birthDate, sex, null, null, null, null, null, null, null, false);
    }
}
