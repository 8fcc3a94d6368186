package hoso.judicialcert.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FindingTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate BORN = LocalDate.of(1985, 6, 2);
    private static final Person MINH = new Person("003085000017", "TRẦN VĂN THỬ", BORN);

    @Test
    void nobodyOnRecordIsClean() {
        assertThat(Finding.of(MINH, List.of(), TODAY)).isEqualTo(new Finding.Clean());
    }

    @Test
    void aJudgmentUnderTheNumberCountsWhateverTheName() {
        var own = judgment("003085000017", "TRAN VAN KHAC", null);

        assertThat(Finding.of(MINH, List.of(own), TODAY)).isEqualTo(new Finding.OnRecord(List.of(own), List.of()));
    }

    @Test
    void aNamesakeWithAnotherNumberOrNoneIsUncertain() {
        var old = judgment(null, "Tran  Van Thu", null);
        var other = judgment("003085000099", "TRẦN VĂN THỬ", null);

        assertThat(Finding.of(MINH, List.of(old, other), TODAY)).isEqualTo(new Finding.Uncertain(List.of(old, other)));
    }

    @Test
    void whoIsNeitherByNumberNorByNameAndBirthDateIsSomebodyElse() {
        var stranger = judgment("003085000099", "TRẦN VĂN THẮNG", null);

        assertThat(Finding.of(MINH, List.of(stranger), TODAY)).isEqualTo(new Finding.Clean());
    }

    @Test
    void anExpungedJudgmentCountsUntilTheDayBefore() {
        var expunged = judgment("003085000017", "TRẦN VĂN THỬ", TODAY);

        assertThat(Finding.of(MINH, List.of(expunged), TODAY)).isEqualTo(new Finding.Clean());
        assertThat(Finding.of(MINH, List.of(expunged), TODAY.minusDays(1)))
                .isEqualTo(new Finding.OnRecord(List.of(expunged), List.of()));
    }

    @Test
    void aPersonIsNotPrinted() {
        assertThat(MINH).hasToString("Person[***]");
        assertThat(judgment(null, "TRẦN VĂN THỬ", null)).hasToString("Judgment[***]");
    }

    private static Judgment judgment(@Nullable String number, String name, @Nullable LocalDate expungedOn) {
        return new Judgment(
                new UUID(1, 2),
                "Tòa án nhân dân Thành phố Hà Nội",
                new Person(number, name, BORN),
                "12/2024/HSST",
                LocalDate.of(2024, 5, 6),
                "Trộm cắp tài sản",
                "Khoản 1 Điều 173",
                "01 năm tù",
                null,
                expungedOn);
    }
}
