package hoso.local.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateTest {

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsRead() throws IOException {
        var state = new State(
                new State.Launcher(4711, 1_795_448_000_000L),
                "READY",
                "/home",
                1000,
                31_000,
                Map.of("gateway", "http://localhost:9080"),
                "/secrets",
                "/keys",
                "/ca.pem",
                "/log",
                List.of(new State.PartState(
                        "postgres", 4712, 1_795_448_001_000L, "READY", List.of(16432), 2, 900, Part.End.INT)));

        state.write(folder.resolve("state.json"));

        assertThat(State.read(folder.resolve("state.json"))).contains(state);
    }

    @Test
    void nothingRunsWhereNoStateIs() throws IOException {
        assertThat(State.read(folder.resolve("state.json"))).isEmpty();
    }
}
