package hoso.judicialcert.typeface;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.chassis.problem.FieldError;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("core")
class PrintableTextTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                // Word's hyphen that does not break lines.
                "45/2025/HS\u2011ST, 45/2025/HS-ST",
                "45/2025/HS\u2010ST, 45/2025/HS-ST",
                "\u22125, -5",
                "NGUYỄN\u00a0VĂN\u202fAN, NGUYỄN VĂN AN",
                "NGUYỄN \u200bVĂN\ufeff AN\u200f, NGUYỄN VĂN AN",
                "Nguyê\u0303n, Nguyễn",
                "\uff11\uff12/\uff12\uff10\uff12\uff15, 12/2025",
                "o\ufb03ce, office",
                "Trộm cắp\ttài sản, Trộm cắp tài sản",
                "NGUYỄN THỊ Ý NHI – “Tòa án”…, NGUYỄN THỊ Ý NHI – “Tòa án”…",
                "Müller-Łódź, Müller-Łódź"
            })
    void whatHasAnEqualIsWrittenWithIt(String given, String printed) {
        var errors = new ArrayList<FieldError>();

        PrintableText.check(given, "/number", errors);

        assertThat(errors).isEmpty();
        assertThat(PrintableText.tidy(given)).isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource({
        "45/2025/\u4e2d, 'U+4E2D \"\u4e2d\"'",
        "\ud83d\ude00, 'U+1F600 \"\ud83d\ude00\"'",
        "\u05d0, 'U+05D0 \"\u05d0\"'",
        "a\u0007b, U+0007",
        "\ue000, U+E000",
        "\ufffe, U+FFFE"
    })
    void whatHasNoneIsNamed(String given, String named) {
        var errors = new ArrayList<FieldError>();

        PrintableText.check(given, "/offence", errors);

        assertThat(errors).containsExactly(FieldError.of("/offence", "not-printable", Map.of("character", named)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ĂÂĐÊÔƠƯ ăâđêôơư", "ẮẰẲẴẶ ấầẩẫậ", "0123456789/-:;.,()[]%&'\"§°"})
    void whatVietnameseIsWrittenWithIsPrintable(String text) {
        assertThat(PrintableText.mapped(text)).isEqualTo(text);
    }

    @Test
    void anEmptyTextIsPrintable() {
        assertThat(PrintableText.unprintable("")).isEmpty();
    }
}
