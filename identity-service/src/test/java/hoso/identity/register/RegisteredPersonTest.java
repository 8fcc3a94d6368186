package hoso.identity.register;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.chassis.personal.PersonalNumber;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("core")
class RegisteredPersonTest {
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

        var doubts = Doubt.about(number, person(text, sex, birthDate));

        assertThat(doubts).isEqualTo(doubt == null ? Set.of() : Set.of(doubt));
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
