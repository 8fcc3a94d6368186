package hoso.chassis.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("core")
class PlaceholdersTest {
    @Test
    void aValueIsTextAndNothingElse() {
        assertThat(Placeholders.fill("{who} đồng ý cho {what}.", Map.of("who", "{what} $1 \\", "what", "tra cứu")))
                .isEqualTo("{what} $1 \\ đồng ý cho tra cứu.");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Placeholders.fill("{who}", Map.of()))
                .withMessageContaining("who");
    }
}
