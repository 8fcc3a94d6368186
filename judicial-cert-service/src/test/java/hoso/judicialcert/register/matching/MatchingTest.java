package hoso.judicialcert.register.matching;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.judicialcert.law.CertificateKind;
import hoso.judicialcert.law.Laws;
import hoso.judicialcert.person.Person;
import hoso.judicialcert.register.conviction.Entry;
import hoso.judicialcert.register.conviction.ExecutionStep;
import hoso.judicialcert.register.conviction.Judgment;
import hoso.judicialcert.register.conviction.JudgmentHistory;
import hoso.judicialcert.register.conviction.Lives;
import hoso.judicialcert.register.conviction.MainPenalty;
import hoso.judicialcert.register.matching.Comparison.Agreement;
import hoso.judicialcert.register.matching.Comparison.Match;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("core")
class MatchingTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate BORN = LocalDate.of(1985, 6, 2);
    private static final Person MINH =
            new Person("003085000017", "TRẦN VĂN THỬ", BORN, List.of("012345678"), "TRẦN VĂN CHA", "LÊ THỊ MẸ");

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // number, former number, name, born, father, mother
                "003085000017, -,         Trần Văn Thử,  1985-06-02, -,            -,         CERTAIN",
                "003085000017, -,         TRAN  VAN THU, 1985-06-02, Trần Văn Cha, Lê Thị Mẹ, CERTAIN",
                "-,            012345678, Tran Van Thu,  1985-06-02, -,            -,         CERTAIN",
                "003085000099, 012345678, Trần Văn Thử,  1985-06-02, -,            -,         CERTAIN",
                // the same number, somebody else's name or day: neither theirs nor not theirs
                "003085000017, -,         Trần Văn Khác, 1985-06-02, -,            -,         POSSIBLE",
                "003085000017, -,         Trần Văn Thử,  1986-06-02, -,            -,         POSSIBLE",
                "003085000017, -,         Trần Văn Khác, 1985-06-02, Trần Văn Ông, -,         UNLIKELY",
                // no number: parents strengthen and weaken
                "-,            -,         Trần Văn Thử,  1985-06-02, -,            -,         POSSIBLE",
                "-,            -,         Trần Văn Thử,  1985-06-02, Tran Van Cha, Le Thi Me, LIKELY",
                "-,            -,         Trần Văn Thử,  1985-06-02, Trần Văn Ông, Lê Thị Mẹ, UNLIKELY",
                "-,            -,         Trần Văn Thử,  1985-06-02, Trần Văn Ông, Lê Thị Bà, UNLIKELY",
                "-,            -,         Trần Văn Thắng,1985-06-02, Trần Văn Cha, Lê Thị Mẹ, NONE",
                // another number
                "003085000099, -,         Trần Văn Thử,  1985-06-02, -,            -,         POSSIBLE",
                "003085000099, -,         Trần Văn Thử,  1985-06-02, Trần Văn Ông, Lê Thị Bà, NONE",
                "003085000099, -,         Trần Văn Thắng,1985-06-02, -,            -,         NONE",
            })
    void numberFirstThenNameAndBirthDateAndParents(
            @Nullable String number,
            @Nullable String former,
            String name,
            LocalDate born,
            @Nullable String father,
            @Nullable String mother,
            Match match) {
        var entered = new Person(number, name, born, former == null ? List.of() : List.of(former), father, mother);

        assertThat(Comparison.of(MINH, entered).match()).isEqualTo(match);
    }

    @Test
    void anOfficerSeesPointByPointWhatAgreesAndWhatDiffers() {
        var entered = new Person("003085000017", "TRAN VAN KHAC", BORN, List.of(), "TRẦN VĂN ÔNG", null);

        var finding = find(convicted(1, entered));

        assertThat(finding)
                .isInstanceOfSatisfying(
                        Finding.Uncertain.class,
                        uncertain -> assertThat(uncertain.candidates())
                                .singleElement()
                                .extracting(Candidate::comparison)
                                .isEqualTo(new Comparison(
                                        Agreement.SAME,
                                        Agreement.DIFFERENT,
                                        Agreement.SAME,
                                        Agreement.DIFFERENT,
                                        Agreement.UNKNOWN)));
    }

    @Test
    void whatIsTheirsAndWhatMayBeTheirsAreToldApart() {
        var own = convicted(1, MINH);
        var namesake = convicted(2, new Person(null, "Trần Văn Thử", BORN));
        var stranger = convicted(3, new Person("003085000099", "TRẦN VĂN THẮNG", BORN));

        assertThat(find(own, namesake, stranger)).isInstanceOfSatisfying(Finding.OnRecord.class, record -> {
            assertThat(record.own())
                    .extracting(Entry::id)
                    .containsExactly(own.judgment().id());
            assertThat(record.others())
                    .extracting(candidate -> candidate.entry().id())
                    .containsExactly(namesake.judgment().id());
        });
        assertThat(find(stranger)).isEqualTo(new Finding.Clean());
    }

    @Test
    void aNamesakeWhoMayHaveOffendedAnewKeepsAnOldConvictionDoubtful() {
        var old = Lives.past(
                Lives.judgment(
                        1,
                        MINH,
                        LocalDate.of(2018, 5, 10),
                        Lives.sentence(new MainPenalty.Prison(24), Lives.theft(LocalDate.of(2018, 1, 1)))),
                Lives.decision(
                        Lives.judgment(1, LocalDate.of(2018, 5, 10), null),
                        ExecutionStep.MAIN_PENALTY_FINISHED,
                        LocalDate.of(2019, 1, 31)));
        var judgment = Lives.judgment(
                2,
                new Person(null, "Trần Văn Thử", BORN),
                LocalDate.of(2021, 1, 1),
                Lives.sentence(new MainPenalty.Exempted(), Lives.theft(LocalDate.of(2020, 12, 1))));

        assertThat(find(old)).isEqualTo(new Finding.Clean());
        assertThat(find(Lives.past(judgment))).isEqualTo(new Finding.Clean());
        // Judged without a penalty: no conviction itself, and yet the old period runs anew from it, to 2023.
        assertThat(new Holdings(Laws.packaged(), List.of(old, Lives.past(judgment)), List.of())
                        .find(new Question(MINH, CertificateKind.NO_1, false, LocalDate.of(2022, 6, 1))))
                .isInstanceOf(Finding.Uncertain.class);
    }

    @Test
    void nobodyInTheRegisterIsPrinted() {
        var past = convicted(1, MINH);

        assertThat(MINH).hasToString("Person[***]");
        assertThat(past).hasToString("JudgmentHistory[***]");
        assertThat(past.judgment()).hasToString("Judgment[***]");
    }

    private static JudgmentHistory convicted(int id, Person person) {
        return new JudgmentHistory(
                new Judgment(
                        new UUID(1, id),
                        Lives.COURT,
                        person,
                        id + "/2024/HSST",
                        LocalDate.of(2024, 5, 6),
                        "Trộm cắp tài sản",
                        "Khoản 1 Điều 173",
                        "01 năm tù",
                        null,
                        null),
                List.of());
    }

    private static Finding find(JudgmentHistory... pasts) {
        return new Holdings(Laws.packaged(), List.of(pasts), List.of())
                .find(new Question(MINH, CertificateKind.NO_1, false, TODAY));
    }
}
