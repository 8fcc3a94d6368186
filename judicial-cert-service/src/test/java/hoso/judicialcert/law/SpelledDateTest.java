package hoso.judicialcert.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("core")
class SpelledDateTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01-09, ngày 09 tháng 01 năm 2026",
        "2026-02-10, ngày 10 tháng 02 năm 2026",
        "2026-03-02, ngày 02 tháng 3 năm 2026",
        "2026-11-23, ngày 23 tháng 11 năm 2026",
    })
    void aZeroStandsBeforeSmallDaysAndTheFirstTwoMonths(LocalDate on, String text) {
        assertThat(new SpelledDate(on).text()).isEqualTo(text);
    }
}
