package hoso.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("core")
class OptionsTest {
    private static final Map<String, String> DEFAULTS = Map.of("kills", "50", "seed", "1");

    @Test
    void whatIsTypedReplacesTheDefault() throws Options.Misunderstood {
        var options = Options.of(DEFAULTS, List.of("--kills", "7"));

        assertThat(options.count("kills", 1, 100)).isEqualTo(7);
        assertThat(options.seed()).isEqualTo(1);
    }

    @Test
    void whatNobodyKnowsIsRefused() {
        assertRefused(List.of("--kill", "7"), "there is no option --kill");
        assertRefused(List.of("kills"), "there is no option kills");
        assertRefused(List.of("--kills"), "--kills needs a value");
    }

    @Test
    void aCountHasBounds() throws Options.Misunderstood {
        for (var wrong : List.of("0", "101", "-1", "many", "99999999999")) {
            var options = Options.of(DEFAULTS, List.of("--kills", wrong));

            assertThatExceptionOfType(Options.Misunderstood.class)
                    .isThrownBy(() -> options.count("kills", 1, 100))
                    .withMessage("--kills is a whole number from 1 to 100, not " + wrong);
        }
    }

    private static void assertRefused(List<String> words, String message) {
        assertThatExceptionOfType(Options.Misunderstood.class)
                .isThrownBy(() -> Options.of(DEFAULTS, words))
                .withMessage(message);
    }
}
