package hoso.bench.start;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.bench.start.RunningState.PartState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("core")
class RunningStateTest {

    @TempDir
    Path folder;

    @Test
    void whatTheLauncherWritesIsReadAsFarAsItIsNeeded() throws IOException {
        var file = folder.resolve("state.json");
        Files.writeString(file, """
                {"launcher": {"pid": 4711, "startedAt": 1795448000000}, "phase": "READY", "readyInMs": 31000,
                 "urls": {"gateway": "http://localhost:10080"},
                 "parts": [{"name": "health-record-service", "pid": 4712, "startedAt": 1795448001000,
                            "state": "READY", "ports": [10082], "restarts": 0, "readyInMs": 1900, "end": "TERM"}]}
                """);

        var state = RunningState.read(file).orElseThrow();

        assertThat(state.phase()).isEqualTo("READY");
        assertThat(state.readyInMs()).isEqualTo(31_000);
        assertThat(state.parts()).containsExactly(new PartState("health-record-service", 4712, "READY", 1900, 0));
        assertThat(state.part("health-record-service").isService()).isTrue();
        assertThat(state.parts().getFirst().label()).isEqualTo("health_record");
    }

    @Test
    void nothingRunsWhereNothingIsWritten() throws IOException {
        assertThat(RunningState.read(folder.resolve("state.json"))).isEmpty();
    }
}
