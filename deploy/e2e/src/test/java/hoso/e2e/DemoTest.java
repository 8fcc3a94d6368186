package hoso.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.local.run.State;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `./hoso demo` says when the story cannot be played, or not to its end.
@Tag("e2e")
class DemoTest {
    @TempDir
    Path home;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void whereNothingRunsItSaysHowToStart() throws IOException, InterruptedException {
        assertThat(demo()).isEqualTo(1);

        assertThat(said()).contains("not running").contains("./hoso up");
    }

    @Test
    void whereTheLauncherWasKilledItSaysHowToStart() throws IOException, InterruptedException {
        state(1, 0);

        assertThat(demo()).isEqualTo(1);

        assertThat(said()).contains("not running").contains("./hoso up");
    }

    @Test
    void aStoryThatStopsNamesTheLogAndTheNextStep() throws IOException, InterruptedException {
        var self = ProcessHandle.current();
        state(self.pid(), self.info().startInstant().orElseThrow().toEpochMilli());
        Files.writeString(home.resolve("secrets.json"), "{}");

        assertThat(demo()).isEqualTo(1);

        assertThat(said())
                .contains("The story stopped at step 1")
                .contains(home.resolve("log/health-record-service.log").toString())
                .contains("./hoso logs health-record-service")
                .contains("./hoso status")
                .doesNotContain("\tat ");
    }

    @Test
    void secretsThatAreCutOffAreToldInALine() throws IOException, InterruptedException {
        var self = ProcessHandle.current();
        state(self.pid(), self.info().startInstant().orElseThrow().toEpochMilli());
        Files.writeString(home.resolve("secrets.json"), "{\"bank\": \"a");

        assertThat(demo()).isEqualTo(1);

        assertThat(said()).startsWith("hoso: ");
    }

    private int demo() throws IOException, InterruptedException {
        return new Demo(home, new PrintStream(said, true, StandardCharsets.UTF_8)).run();
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private void state(long pid, long startedAt) throws IOException {
        var state = new State(
                new State.Launcher(pid, startedAt),
                "READY",
                home.toString(),
                0,
                0,
                Map.of("oidc", "http://localhost:1"),
                home.resolve("secrets.json").toString(),
                "",
                "",
                "",
                List.of());
        Files.write(home.resolve("state.json"), Http.JSON.writeValueAsBytes(state));
    }
}
