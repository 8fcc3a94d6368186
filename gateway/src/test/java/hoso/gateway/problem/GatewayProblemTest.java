package hoso.gateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.gateway.problem.GatewayProblem.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("core")
class GatewayProblemTest {

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyProblemIsToldInBothLanguagesAndInTheContract(Kind kind) throws IOException {
        for (var language : new Locale[] {Locale.of("vi"), Locale.ENGLISH}) {
            assertThat(GatewayProblem.texts(language).getString(kind.slug() + ".title"))
                    .isNotBlank();
            assertThat(GatewayProblem.texts(language).getString(kind.slug() + ".detail"))
                    .isNotBlank();
        }
        assertThat(Files.readString(Path.of("contract/problems.md"))).contains("## " + kind.slug() + "\n");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            delimiter = '|',
            value = {
                "-|vi",
                "|vi",
                "vi|vi",
                "en|en",
                "en-GB,en;q=0.9|en",
                "vi,en;q=0.5|vi",
                "fr|vi",
                "fr,en;q=0.3|en",
                ";;;|vi"
            })
    void vietnameseUnlessEnglishIsPreferred(String header, String language) {
        assertThat(GatewayProblem.language(header).toLanguageTag()).isEqualTo(language);
    }

    @Test
    void membersFillTheText() {
        var json = GatewayProblem.of(Kind.TOO_MANY_REQUESTS)
                .with("retryAfterSeconds", 7)
                .json(Locale.of("vi"));

        assertThat(json.getString("detail")).contains("7 giây");
        assertThat(json.getInteger("status")).isEqualTo(429);
        assertThat(json.getString("type")).isEqualTo("/contract/problems.md#too-many-requests");
        assertThat(json.getInteger("retryAfterSeconds")).isEqualTo(7);
    }
}
