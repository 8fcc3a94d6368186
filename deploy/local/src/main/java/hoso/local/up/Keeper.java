package hoso.local.up;

import hoso.local.part.Part;
import hoso.local.part.Part.Answer;
import hoso.local.process.Environment;
import hoso.local.process.Processes;
import hoso.local.process.Progress;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Keeps one part running: starts it, waits until it is ready, asks it for as long as it runs, and starts it again
/// when it dies or no longer answers.
final class Keeper {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    /// A part that was ready this long is healthy again: its next restart does not wait.
    private static final Duration HEALTHY = Duration.ofSeconds(30);

    /// So many deaths before it was ever ready mean that it will not be.
    private static final int HOPELESS = 4;

    private static final Duration PROBE_PAUSE = Duration.ofMillis(50);

    /// How often the person in front of it hears that a part still starts.
    private static final Duration STILL_STARTING = Duration.ofSeconds(30);

    /// A log longer than this starts anew, and the one before is kept.
    private static final long LONGEST_LOG = 20L << 20;

    private final Kept kept;
    private final Part part;
    private final Path log;
    private final Console console;
    private final Supervisor supervisor;

    Keeper(Kept kept, Path log, Console console, Supervisor supervisor) {
        this.kept = kept;
        this.part = kept.part;
        this.log = log;
        this.console = console;
        this.supervisor = supervisor;
    }

    /// Returns when everything ends, or when the part will never run.
    void keepRunning() throws InterruptedException {
        var pause = FIRST_PAUSE;
        var deaths = 0;
        while (!supervisor.isEnding()) {
            var begin = System.nanoTime();
            var started = launch();
            if (started.isEmpty()) {
                return;
            }
            var process = started.get();
            var progress = new Progress(
                    process.toHandle(), log, part.patience().still().dividedBy(4));
            var isReady = becomesReady(process, progress, begin);
            var isHung = isReady ? hangs(process, progress) : process.isAlive();
            if (isHung && !supervisor.isEnding()) {
                process.destroyForcibly();
            }
            var code = process.waitFor();
            if (supervisor.isEnding()) {
                return;
            }
            deaths = isReady ? 0 : deaths + 1;
            if (kept.ready.getCount() > 0 && deaths >= HOPELESS) {
                giveUp(code);
                return;
            }
            var lasted = Duration.ofNanos(System.nanoTime() - begin);
            pause = lasted.compareTo(HEALTHY) > 0 ? FIRST_PAUSE : pause;
            kept.restarts.incrementAndGet();
            become("RESTARTING");
            var why = isHung ? "was ended because it did not answer" : "ended unexpectedly (" + meaning(code) + ")";
            tell(why + ", restarting in " + Console.seconds(pause) + ", see " + log);
            Thread.sleep(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
    }

    private Optional<Process> launch() {
        try {
            keepOneOldLog(log.toFile());
            var builder = new ProcessBuilder(Processes.bound(part.command(), part.end()))
                    .directory(part.folder().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            if (!part.environment().containsKey("HOSO_LIFELINE")) {
                builder.redirectInput(new File("/dev/null"));
            }
            Environment.only(builder.environment(), part.environment());
            // Nothing is started any more once the end has begun.
            synchronized (supervisor) {
                if (supervisor.isEnding()) {
                    return Optional.empty();
                }
                var process = builder.start();
                kept.process = process;
                if (kept.restarts.get() == 0) {
                    tell("starting");
                }
                become("STARTING");
                return Optional.of(process);
            }
        } catch (IOException e) {
            tell("cannot be started: " + e.getMessage());
            kept.outcome.complete(false);
            return Optional.empty();
        }
    }

    private boolean becomesReady(Process process, Progress progress, long begin) throws InterruptedException {
        var told = begin;
        while (process.isAlive() && !supervisor.isEnding()) {
            if (part.probe().ask() == Answer.READY) {
                return prepared(process, progress, begin);
            }
            if (gaveUpWaiting(
                    "does not become ready", progress, begin, part.patience().start())) {
                return false;
            }
            if (System.nanoTime() - told > STILL_STARTING.toNanos()) {
                told = System.nanoTime();
                tell("still starting after " + Console.seconds(begin) + ", ./hoso logs " + part.name()
                        + " -f shows it");
            }
            process.waitFor(PROBE_PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }
        return false;
    }

    private boolean gaveUpWaiting(String what, Progress progress, long begin, Duration atMost) {
        var still = progress.still();
        if (still.compareTo(part.patience().still()) > 0) {
            tell(what + " and makes no progress for " + Console.seconds(still) + ", starting it again");
            return true;
        }
        if (System.nanoTime() - begin > atMost.toNanos()) {
            tell(what + " within " + Console.seconds(atMost) + ", starting it again");
            return true;
        }
        return false;
    }

    private boolean prepared(Process process, Progress progress, long begin) throws InterruptedException {
        var preparing = new CompletableFuture<Boolean>();
        var thread = Thread.ofPlatform().daemon().name("prepare " + part.name()).start(() -> {
            try {
                part.prepare().run();
                preparing.complete(true);
            } catch (Exception e) {
                preparing.completeExceptionally(e);
            }
        });
        while (!supervisor.isEnding()) {
            try {
                preparing.get(part.patience().probe().toMillis(), TimeUnit.MILLISECONDS);
                isReady(begin);
                return true;
            } catch (ExecutionException e) {
                if (!supervisor.isEnding()) {
                    tell("could not be prepared: " + e.getCause());
                }
                return false;
            } catch (TimeoutException _) {
                if (!process.isAlive()
                        || gaveUpWaiting(
                                "cannot be prepared",
                                progress,
                                begin,
                                part.patience().start())) {
                    break;
                }
            }
        }
        thread.interrupt();
        return false;
    }

    private void isReady(long begin) {
        kept.readyInMs = Duration.ofNanos(System.nanoTime() - begin).toMillis();
        become("READY");
        tell((kept.restarts.get() == 0 ? "ready in " : "ready again in ") + Console.seconds(begin));
        kept.ready.countDown();
        kept.outcome.complete(true);
    }

    /// Asks a part that was ready for as long as it runs.
    ///
    /// @return true when it no longer answers; false when it has died or everything ends
    private boolean hangs(Process process, Progress progress) throws InterruptedException {
        var answered = System.nanoTime();
        while (!process.waitFor(part.patience().probe().toMillis(), TimeUnit.MILLISECONDS) && !supervisor.isEnding()) {
            var answer = part.probe().ask();
            if (!process.isAlive() || supervisor.isEnding()) {
                return false;
            }
            become(answer == Answer.READY ? "READY" : "NOT_READY");
            if (answer != Answer.SILENT) {
                answered = System.nanoTime();
                progress.moved();
            } else if (gaveUpWaiting(
                    "does not answer", progress, answered, part.patience().silent())) {
                return true;
            }
        }
        return false;
    }

    private void giveUp(int code) {
        become("ENDED");
        tell("does not start (" + meaning(code) + "). The end of its log, " + log + ":");
        try {
            var lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
            lines.subList(Math.max(0, lines.size() - 15), lines.size()).forEach(line -> console.say("    " + line));
        } catch (IOException e) {
            console.say("    (no log: " + e.getMessage() + ")");
        }
        kept.outcome.complete(false);
    }

    private static String meaning(int code) {
        return code > 128 ? "signal " + (code - 128) : "code " + code;
    }

    private void tell(String what) {
        console.tell(part.name(), what);
    }

    private void become(String state) {
        if (!kept.state.equals(state)) {
            supervisor.become(kept, state);
        }
    }

    private static void keepOneOldLog(File log) throws IOException {
        if (log.length() > LONGEST_LOG) {
            Files.move(
                    log.toPath(),
                    log.toPath().resolveSibling(log.getName() + ".1"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
