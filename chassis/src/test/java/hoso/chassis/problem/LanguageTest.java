package hoso.chassis.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("core")
class LanguageTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            delimiter = '|',
            value = {"null | vi", "en-GB,en;q=0.9 | en", "fr | vi", "vi-VN | vi", "fr;q=1, en;q=0.5 | en", "%%% | vi"})
    void vietnameseUnlessEnglishIsPreferred(String header, String language) {
        assertThat(Language.of(header).getLanguage()).isEqualTo(language);
    }

    @Test
    void bothLanguagesTellTheSameProblems() {
        var vietnamese = ResourceBundle.getBundle("chassis-problems", Language.VIETNAMESE);
        var english = ResourceBundle.getBundle("chassis-problems", Locale.ENGLISH);

        assertThat(vietnamese.keySet()).isEqualTo(english.keySet());
        assertThat(english.getLocale()).isEqualTo(Locale.ENGLISH);
    }
}
