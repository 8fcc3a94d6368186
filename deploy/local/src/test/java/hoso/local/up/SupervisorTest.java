package hoso.local.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final List<String> prepared = new CopyOnWriteArrayList<>();
    private @Nullable Supervisor supervisor;

    @BeforeEach
    void folders() throws IOException {
        Files.createDirectories(folder.resolve("log"));
    }

    @AfterEach
    void end() throws InterruptedException {
        if (supervisor != null) {
            supervisor.end();
        }
    }

    @Test
    void aPartStartsWhenWhatItNeedsIsReady() {
        var supervisor = supervisor(part("second", List.of("first"), "sleep 60"), part("first", List.of(), "sleep 60"));

        assertThat(supervisor.start()).isTrue();

        assertThat(prepared).containsExactly("first", "second");
    }

    @Test
    void aPartThatIsKilledIsStartedAgainAndTold() {
        var supervisor = supervisor(part("one", List.of(), "sleep 60"));
        supervisor.start();
        var killed = supervisor.parts(0).getFirst().pid();

        ProcessHandle.of(killed).orElseThrow().destroyForcibly();

        Awaitility.await()
                .until(() -> state(supervisor).restarts() == 1
                        && "READY".equals(state(supervisor).state()));
        assertThat(state(supervisor).pid()).isNotEqualTo(killed);
        assertThat(said()).contains("one: ended unexpectedly (signal 9)").contains("one: ready again in");
    }

    @Test
    void aPartThatNeverBecomesReadyEndsTheStartWithTheEndOfItsLog() {
        var supervisor = supervisor(new Part(
                "broken",
                List.of("sh", "-c", "echo the disk is full; exit 3"),
                folder,
                Map.of(),
                List.of(),
                List.of(),
                () -> false,
                Part.NOTHING,
                Part.End.TERM,
                Duration.ofSeconds(5)));

        assertThat(supervisor.start()).isFalse();

        assertThat(said()).contains("broken: does not start (code 3)").contains("the disk is full");
    }

    @Test
    void endingEndsEveryPartAndRestartsNone() throws InterruptedException {
        var supervisor = supervisor(part("first", List.of(), "sleep 60"), part("second", List.of("first"), "sleep 60"));
        supervisor.start();
        var pids = supervisor.parts(0).stream().map(State.PartState::pid).toList();

        supervisor.end();

        assertThat(pids)
                .noneMatch(
                        pid -> ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false));
        assertThat(said()).doesNotContain("unexpectedly");
    }

    private static State.PartState state(Supervisor supervisor) {
        return supervisor.parts(0).getFirst();
    }

    private Supervisor supervisor(Part... parts) {
        var console =
                new Console(new PrintStream(said, true, StandardCharsets.UTF_8), Optional.empty(), Clock.systemUTC());
        var made = new Supervisor(new Place(folder, folder), console, List.of(parts), () -> {});
        supervisor = made;
        return made;
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private Part part(String name, List<String> needs, String script) {
        return new Part(
                name,
                List.of("sh", "-c", "exec " + script),
                folder,
                Map.of(),
                List.of(),
                needs,
                () -> true,
                () -> prepared.add(name),
                Part.End.TERM,
                Duration.ofSeconds(5));
    }
}
