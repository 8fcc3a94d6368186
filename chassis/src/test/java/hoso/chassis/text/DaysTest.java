package hoso.chassis.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("core")
class DaysTest {

    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01", "2026-11-30", "2028-02-29", "9999-12-31"})
    void aDayIsReadAsItIsWritten(String text) {
        assertThat(Days.read(text)).hasValue(LocalDate.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "0000-01-01",
                "-001-01-01",
                "+99-01-001",
                "-999999999-01-01",
                "+999999999-12-31",
                "10000-01-01",
                "2026-13-45",
                "2026-02-30",
                "2026-1-1",
                "26-01-01",
                "2026-11-30 ",
                "٢٠٢٦-١١-٣٠"
            })
    void whatIsNoDayOfFourDigitYearsIsNone(String text) {
        assertThat(Days.read(text)).isEmpty();
    }
}
