package hoso.local.up;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.local.part.Part;
import hoso.local.part.Part.Answer;
import hoso.local.part.Patience;
import hoso.local.process.End;
import hoso.local.run.RunFolder;
import hoso.local.run.State;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Tag("core")
class SupervisorTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-30T03:00:00Z"), ZoneOffset.UTC);

    private static final Patience PATIENCE =
            new Patience(Duration.ofMillis(100), Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofMinutes(2));

    private static final Patience HASTE =
            new Patience(Duration.ofMillis(50), Duration.ofMillis(800), Duration.ofMillis(800), Duration.ofMinutes(2));

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
                () -> Answer.NOT_READY,
                Part.NOTHING,
                End.TERM,
                PATIENCE));

        assertThat(supervisor.start()).isFalse();

        assertThat(said()).contains("broken: does not start (code 3)").contains("the disk is full");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aPartThatHangsIsToldAsNotReadyAndIsStartedAgain() throws IOException, InterruptedException {
        var supervisor = supervisor(part("one", List.of(), "exec sleep 600", HASTE, this::unlessStopped));
        supervisor.start();
        var hanging = supervisor.parts(0).getFirst().pid();
        var states = new CopyOnWriteArrayList<String>();

        new ProcessBuilder("kill", "-STOP", Long.toString(hanging)).start().waitFor();

        Awaitility.await()
                .pollInterval(Duration.ofMillis(20))
                .until(() -> states.add(state(supervisor).state())
                        && state(supervisor).restarts() == 1
                        && "READY".equals(state(supervisor).state()));
        assertThat(states).contains("NOT_READY");
        assertThat(ProcessHandle.of(hanging).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(said())
                .contains("one: does not answer and makes no progress")
                .contains("one: ready again in");
    }

    @Test
    void aPartThatSaysItIsNotReadyIsLeftAlone() {
        var answers = new AtomicReference<>(Answer.READY);
        var supervisor = supervisor(part("one", List.of(), "exec sleep 600", HASTE, answers::get));
        supervisor.start();

        answers.set(Answer.NOT_READY);

        Awaitility.await().until(() -> "NOT_READY".equals(state(supervisor).state()));
        Awaitility.await()
                .during(HASTE.silent().multipliedBy(2))
                .until(() -> "NOT_READY".equals(state(supervisor).state())
                        && state(supervisor).restarts() == 0);
        answers.set(Answer.READY);
        Awaitility.await().until(() -> "READY".equals(state(supervisor).state()));
    }

    @Test
    void aSlowStartIsNoDeathAsLongAsTheLogGrows() {
        var slow = "for step in 1 2 3 4 5 6 7 8 9 10; do echo step $step; sleep 0.4; done; touch done; exec sleep 600";
        var supervisor = supervisor(part(
                "one",
                List.of(),
                slow,
                PATIENCE,
                () -> Files.exists(folder.resolve("done")) ? Answer.READY : Answer.SILENT));

        assertThat(supervisor.start()).isTrue();

        assertThat(state(supervisor).restarts()).isZero();
        assertThat(state(supervisor).readyInMs()).isGreaterThan(PATIENCE.still().toMillis());
    }

    @Test
    void aSlowStartIsNoDeathAsLongAsTheProcessorWorks() {
        var busy = "i=0; while [ $i -lt 3000000 ]; do i=$((i+1)); done; touch done; exec sleep 600";
        var supervisor = supervisor(part(
                "one",
                List.of(),
                busy,
                HASTE,
                () -> Files.exists(folder.resolve("done")) ? Answer.READY : Answer.SILENT));

        assertThat(supervisor.start()).isTrue();

        assertThat(state(supervisor).restarts()).isZero();
    }

    @Test
    void aStartThatStandsStillIsBegunAgain() {
        var supervisor = supervisor(part("one", List.of(), "exec sleep 600", HASTE, () -> Answer.SILENT));

        Thread.ofPlatform().daemon().start(supervisor::start);

        Awaitility.await().until(() -> state(supervisor).restarts() > 0);
        assertThat(said()).contains("one: does not become ready and makes no progress");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whenItsLauncherIsKilledAPartEndsWithIt() throws IOException {
        var launcher = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OneThatIsKilled.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var part = ProcessHandle.of(Long.parseLong(launcher.inputReader(StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> line.matches("\\d+"))
                        .findFirst()
                        .orElseThrow()))
                .orElseThrow();
        assertThat(part.isAlive()).isTrue();

        launcher.destroyForcibly();

        Awaitility.await().until(() -> !part.isAlive());
    }

    /// A launcher with one part, which prints its number.
    static final class OneThatIsKilled {
        private OneThatIsKilled() {}

        public static void main(String[] arguments) throws InterruptedException {
            var test = new SupervisorTest();
            test.folder = Path.of(arguments[0]);
            var supervisor = test.supervisor(test.part("one", List.of(), "sleep 600"));
            supervisor.start();
            System.out.println(state(supervisor).pid());
            new CountDownLatch(1).await();
        }
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
        var console = new Console(new PrintStream(said, true, StandardCharsets.UTF_8), Optional.empty(), CLOCK);
        var made = new Supervisor(new RunFolder(folder, folder), console, List.of(parts), () -> {});
        supervisor = made;
        return made;
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private Part part(String name, List<String> needs, String script, Patience patience, Part.Probe probe) {
        return new Part(
                name,
                List.of("sh", "-c", script),
                folder,
                Map.of(),
                List.of(),
                needs,
                probe,
                () -> prepared.add(name),
                End.TERM,
                patience);
    }

    private Part part(String name, List<String> needs, String script) {
        return part(name, needs, "exec " + script, PATIENCE, () -> Answer.READY);
    }

    /// Silent while the process is stopped, as everything a stopped process serves.
    private Answer unlessStopped() {
        var pid = state(Objects.requireNonNull(supervisor)).pid();
        try {
            var words = Files.readString(Path.of("/proc", Long.toString(pid), "stat"))
                    .split(" ", -1);
            return words[2].equals("T") ? Answer.SILENT : Answer.READY;
        } catch (IOException _) {
            return Answer.SILENT;
        }
    }
}
