package hoso.local.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.local.process.End;
import hoso.local.run.Damaged;
import hoso.local.run.RunFolder;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("core")
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
                        "postgres", 4712, 1_795_448_001_000L, "READY", List.of(16432), 2, 900, End.INT)));

        state.write(folder.resolve("state.json"));

        assertThat(State.read(folder.resolve("state.json"))).contains(state);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"launcher\":{\"pid\":1,", "", "{}", "null", "\0\0\0\0", "[1, 2]"})
    void aStateThatIsCutOffSaysWhatToDo(String content) throws IOException {
        var file = Files.writeString(folder.resolve("state.json"), content);

        assertThatThrownBy(() -> State.read(file))
                .isInstanceOf(Damaged.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("./hoso up");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"launcher\":{\"pid\":1,", "", "{}"})
    void aStartGoesOnWithoutAStateThatIsCutOff(String content) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("state.json"), content);
        var said = new ByteArrayOutputStream();

        new Orphans(new RunFolder(folder, folder), new PrintStream(said, true, StandardCharsets.UTF_8)).end();

        assertThat(said.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .contains("going on without it");
    }

    @Test
    void whatAnEarlierWriterLeftHalfDoneIsNotInTheWay() throws IOException {
        var file = folder.resolve("state.json");
        Files.writeString(folder.resolve("state.json.new"), "{\"launch");

        RunFolder.writeWhole(file, "whole".getBytes(StandardCharsets.UTF_8));

        assertThat(file).hasContent("whole");
        assertThat(folder.toFile().list()).containsExactly("state.json");
    }

    @Test
    void nothingRunsWhereNoStateIs() throws IOException {
        assertThat(State.read(folder.resolve("state.json"))).isEmpty();
    }
}
