package hoso.local.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("core")
class OptionsTest {

    private static final Path ROOT = Path.of("/project");
    private static final Path FROM = Path.of("/elsewhere");

    @Test
    void aRelativeHomeIsMeantFromWhereTheScriptWasCalled() throws Options.Misunderstood {
        var options = Options.of(ROOT, FROM, List.of("up", "--home", "my-run", "--port-offset", "1000", "--fresh"));

        assertThat(options.place().home()).isEqualTo(Path.of("/elsewhere/my-run"));
        assertThat(options.offset()).isEqualTo(1000);
        assertThat(options.fresh()).isTrue();
    }

    @Test
    void withoutOptionsTheHomeIsInTheProject() throws Options.Misunderstood {
        assertThat(Options.of(ROOT, FROM, List.of("status")).place().home()).isEqualTo(Path.of("/project/.hoso/run"));
    }

    @Test
    void anOffsetThatMovesPortsOutOfRangeIsRefused() {
        assertThatThrownBy(() -> Options.of(ROOT, FROM, List.of("up", "--port-offset", "60000")))
                .isInstanceOf(Options.Misunderstood.class);
        assertThatThrownBy(() -> Options.of(ROOT, FROM, List.of("up", "--port-offset")))
                .isInstanceOf(Options.Misunderstood.class);
    }
}
