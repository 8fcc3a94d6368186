package hoso.check.access;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.e2e.Started;
import hoso.local.command.Options;
import hoso.local.command.Progress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// One of thirty pairs of route and caller, which are always the same; `./hoso check access` asks all of them.
@Tag("e2e")
class AccessCheckTest {

    @Test
    void nobodyGetsWhatIsNotTheirs() throws Exception {
        var options = Options.of(Map.of("one-in", "30"), List.of());

        var result = new AccessCheck().run(Started.system(), options, new Progress(System.out));

        assertThat(result.isDifferent()).as(result.toString()).isFalse();
        assertThat(result.figure("actors")).isGreaterThanOrEqualTo(30);
        assertThat(result.figure("bad_tokens")).isGreaterThanOrEqualTo(60);
        assertThat(result.figure("calls")).isGreaterThan(300);
    }
}
