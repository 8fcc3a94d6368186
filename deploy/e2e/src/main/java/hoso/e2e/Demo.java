package hoso.e2e;

import hoso.local.process.Processes;
import hoso.local.run.State;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;

/// `./hoso demo`: plays the [Story] against the system that `./hoso up` started. One at a time: two would take each
/// other's mails, letters and cases for their own.
public final class Demo {
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration TELL = Duration.ofSeconds(5);

    private final Path home;
    private final PrintStream out;

    Demo(Path home, PrintStream out) {
        this.home = home;
        this.out = out;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (Arrays.asList(args).contains("--help")) {
            out.println("usage: ./hoso demo [--home DIR]   plays the story against the system that ./hoso up started");
            return;
        }
        System.exit(new Demo(Path.of(System.getProperty("hoso.home", ".hoso/run")), out).run());
    }

    /// Plays it; returns 0 at its end and 1 when it stopped.
    int run() throws IOException, InterruptedException {
        try {
            if (!isRunning()) {
                out.println("hoso is not running from " + home + ": start it with ./hoso up, wait until it says"
                        + " that it is ready, then play again.");
                return 1;
            }
            try (var _ = alone()) {
                return play(new Story(home, out));
            }
        } catch (IOException | UncheckedIOException e) {
            out.println("hoso: " + reason(e));
            return 1;
        }
    }

    private int play(Story story) {
        try {
            ScopedValue.where(Waiting.TOLD, out).run(story::play);
            return 0;
        } catch (RuntimeException e) {
            out.println();
            out.println("The story stopped at " + story.standing() + ": " + reason(e));
            out.println("  log    " + home.resolve("log").resolve(story.part() + ".log") + " (./hoso logs "
                    + story.part() + ")");
            out.println("  next   ./hoso status shows which part is not READY; when all are, ./hoso demo plays from the"
                    + " beginning, as often as you like");
            return 1;
        }
    }

    private boolean isRunning() throws IOException {
        return State.read(home.resolve("state.json"))
                .filter(state -> state.phase().equals("READY"))
                .flatMap(state ->
                        Processes.alive(state.launcher().pid(), state.launcher().startedAt()))
                .isPresent();
    }

    private FileChannel alone() throws IOException, InterruptedException {
        var channel = FileChannel.open(home.resolve("demo.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var told = System.nanoTime() - TELL.toNanos();
        while (channel.tryLock() == null) {
            if (System.nanoTime() - told >= TELL.toNanos()) {
                told = System.nanoTime();
                out.println("another ./hoso demo plays against this system: waiting for its end");
            }
            Thread.sleep(PAUSE);
        }
        return channel;
    }

    private static String reason(Exception e) {
        var cause = e.getCause();
        var told = e instanceof UncheckedIOException && cause != null ? cause : e;
        return Objects.requireNonNullElse(told.getMessage(), told.toString());
    }
}
