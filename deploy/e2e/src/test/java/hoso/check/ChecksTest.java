package hoso.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.e2e.RunningSystem;
import hoso.local.command.Options;
import hoso.local.command.Progress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("e2e")
class ChecksTest {
    final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    final Checks checks = new Checks(List.of(new Doors()), new PrintStream(printed, true, StandardCharsets.UTF_8));

    record Doors() implements Check {

        @Override
        public String name() {
            return "doors";
        }

        @Override
        public String about() {
            return "all doors are shut";
        }

        @Override
        public Map<String, String> options() {
            return Map.of("floors", "3");
        }

        @Override
        public Result run(RunningSystem system, Options options, Progress progress) {
            throw new AssertionError("no system runs here");
        }
    }

    @Test
    void withoutANameTheChecksAreListedWithTheirOptions() {
        assertThat(checks.run(List.of())).isZero();
        assertThat(text()).contains("doors  all doors are shut", "--floors 3");
    }

    @Test
    void aCheckTellsItsOptionsWhenAskedForHelp() {
        assertThat(checks.run(List.of("doors", "--help"))).isZero();
        assertThat(text()).contains("--floors 3");
    }

    @Test
    void whatIsNotUnderstoodIsToldWithStatusTwo() {
        assertThat(checks.run(List.of("windows"))).isEqualTo(2);
        assertThat(checks.run(List.of("doors", "--storeys", "3"))).isEqualTo(2);
        assertThat(checks.run(List.of("doors", "--floors"))).isEqualTo(2);
        assertThat(text()).contains("no check windows", "no option --storeys", "--floors needs a value");
    }

    @Test
    void aNumberOutOfItsBoundsIsRefusedWithTheBounds() throws Exception {
        var options = Options.of(Map.of("floors", "3"), List.of("--floors", "9"));

        assertThat(options.number("floors", 1, 9)).isEqualTo(9);
        assertThatThrownBy(() -> options.number("floors", 1, 5))
                .isInstanceOf(Options.Misunderstood.class)
                .hasMessageContaining("from 1 to 5");
    }

    @Test
    void theLastLineTellsTheFiguresAndOnlyWhatIsDueToBeZeroFails() {
        var fine = new Result("doors").with("doors", 12).due0("open", 0);
        var open = new Result("doors").with("doors", 12).due0("open", 1).due0("broken", 0);

        assertThat(fine).hasToString("doors doors=12 open=0");
        assertThat(fine.isDifferent()).isFalse();
        assertThat(open).hasToString("doors doors=12 open=1 broken=0");
        assertThat(open.isDifferent()).isTrue();
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
