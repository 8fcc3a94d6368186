package hoso.local.up;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Keeps the parts running: starts each when what it needs is ready, starts it again when it dies, ends all
/// in the order opposite to their needs.
final class Supervisor {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    /// A part that was ready this long is healthy again: its next restart does not wait.
    private static final Duration HEALTHY = Duration.ofSeconds(30);

    /// So many deaths before it was ever ready mean that it will not be.
    private static final int HOPELESS = 4;

    private static final Duration PROBE_PAUSE = Duration.ofMillis(50);

    private static final class Watched {
        private final Part part;
        private final CountDownLatch ready = new CountDownLatch(1);
        private final CompletableFuture<Boolean> outcome = new CompletableFuture<>();
        private volatile @Nullable Process process;
        private volatile String state = "WAITING";
        private final AtomicInteger restarts = new AtomicInteger();
        private volatile long readyInMs;

        Watched(Part part) {
            this.part = part;
        }
    }

    private final Place place;
    private final Console console;
    private final Runnable onChange;
    private final Map<String, Watched> watched = new LinkedHashMap<>();
    private final boolean ownSession = Files.isExecutable(java.nio.file.Path.of("/usr/bin/setsid"));
    private volatile boolean ending;

    Supervisor(Place place, Console console, List<Part> parts, Runnable onChange) {
        this.place = place;
        this.console = console;
        this.onChange = onChange;
        parts.forEach(part -> watched.put(part.name(), new Watched(part)));
    }

    /// Starts everything; returns whether all parts became ready.
    boolean start() {
        watched.values()
                .forEach(one ->
                        Thread.ofPlatform().daemon().name(one.part.name()).start(() -> watch(one)));
        return allWell();
    }

    /// Waits for the first start of all, but not longer than until one has failed.
    private boolean allWell() {
        var left = watched.values().stream().map(one -> one.outcome).collect(Collectors.toCollection(ArrayList::new));
        while (!left.isEmpty()) {
            CompletableFuture.anyOf(left.toArray(CompletableFuture[]::new)).join();
            if (left.stream().anyMatch(outcome -> outcome.isDone() && !outcome.join())) {
                return false;
            }
            left.removeIf(CompletableFuture::isDone);
        }
        return true;
    }

    List<State.PartState> parts(int offset) {
        return watched.values().stream().map(one -> state(one, offset)).toList();
    }

    private State.PartState state(Watched one, int offset) {
        var process = one.process;
        return new State.PartState(
                one.part.name(),
                process == null ? 0 : process.pid(),
                process == null ? 0 : Processes.startOf(process.toHandle()),
                one.state,
                one.part.ports().stream().map(port -> port.at(offset)).toList(),
                one.restarts.get(),
                one.readyInMs,
                one.part.end());
    }

    private void watch(Watched one) {
        try {
            for (var need : one.part.needs()) {
                var other = watched.get(need);
                if (other != null) {
                    other.ready.await();
                }
            }
            keepRunning(one);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            one.outcome.complete(false);
        }
    }

    private void keepRunning(Watched one) throws InterruptedException {
        var pause = FIRST_PAUSE;
        var deaths = 0;
        while (!ending) {
            var begin = System.nanoTime();
            var process = launch(one);
            if (process.isEmpty()) {
                return;
            }
            var ready = becomesReady(one, process.get(), begin);
            if (!ready && !ending) {
                process.get().destroyForcibly();
            }
            var code = process.get().waitFor();
            if (ending) {
                return;
            }
            deaths = ready ? 0 : deaths + 1;
            if (one.ready.getCount() > 0 && deaths >= HOPELESS) {
                giveUp(one, code);
                return;
            }
            var lasted = Duration.ofNanos(System.nanoTime() - begin);
            pause = lasted.compareTo(HEALTHY) > 0 ? FIRST_PAUSE : pause;
            one.restarts.incrementAndGet();
            become(one, "RESTARTING");
            console.tell(
                    one.part.name(),
                    "ended unexpectedly (" + meaning(code) + "), restarting in " + Console.seconds(pause) + ", see "
                            + place.log(one.part.name()));
            Thread.sleep(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
    }

    private Optional<Process> launch(Watched one) {
        var part = one.part;
        try {
            var log = place.log(part.name()).toFile();
            keepOneOldLog(log);
            var command = new ArrayList<String>();
            if (ownSession) {
                // In a session of its own, a part does not get the Ctrl-C meant for the launcher: the order of ending
                // is kept.
                command.add("/usr/bin/setsid");
            }
            command.addAll(part.command());
            var builder = new ProcessBuilder(command)
                    .directory(part.folder().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
            if (!part.environment().containsKey("HOSO_LIFELINE")) {
                builder.redirectInput(new File("/dev/null"));
            }
            Environment.only(builder.environment(), part.environment());
            synchronized (this) {
                if (ending) {
                    return Optional.empty();
                }
                var process = builder.start();
                one.process = process;
                if (one.restarts.get() == 0) {
                    console.tell(part.name(), "starting");
                }
                become(one, "STARTING");
                return Optional.of(process);
            }
        } catch (IOException e) {
            console.tell(part.name(), "cannot be started: " + e.getMessage());
            one.outcome.complete(false);
            return Optional.empty();
        }
    }

    private boolean becomesReady(Watched one, Process process, long begin) throws InterruptedException {
        var patience = one.part.patience().toNanos();
        while (process.isAlive() && !ending) {
            if (one.part.probe().ready()) {
                return prepared(one, begin);
            }
            if (System.nanoTime() - begin > patience) {
                console.tell(
                        one.part.name(),
                        "does not become ready within " + Console.seconds(one.part.patience()) + ", starting it again");
                return false;
            }
            process.waitFor(PROBE_PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }
        return false;
    }

    private boolean prepared(Watched one, long begin) throws InterruptedException {
        try {
            one.part.prepare().run();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            if (!ending) {
                console.tell(one.part.name(), "could not be prepared: " + e);
            }
            return false;
        }
        one.readyInMs = Duration.ofNanos(System.nanoTime() - begin).toMillis();
        become(one, "READY");
        console.tell(
                one.part.name(), (one.restarts.get() == 0 ? "ready in " : "ready again in ") + Console.seconds(begin));
        one.ready.countDown();
        one.outcome.complete(true);
        return true;
    }

    private void giveUp(Watched one, int code) {
        become(one, "ENDED");
        console.tell(one.part.name(), "does not start (" + meaning(code) + "). The end of its log:");
        try {
            var lines = Files.readAllLines(place.log(one.part.name()), java.nio.charset.StandardCharsets.ISO_8859_1);
            lines.subList(Math.max(0, lines.size() - 15), lines.size()).forEach(line -> console.say("    " + line));
        } catch (IOException e) {
            console.say("    (no log: " + e.getMessage() + ")");
        }
        one.outcome.complete(false);
    }

    private static String meaning(int code) {
        return code > 128 ? "signal " + (code - 128) : "code " + code;
    }

    private void become(Watched one, String state) {
        one.state = state;
        onChange.run();
    }

    /// Ends all parts: those that need others first, those in the same rank together.
    void end() throws InterruptedException {
        synchronized (this) {
            ending = true;
        }
        var left = new LinkedHashMap<>(watched);
        while (!left.isEmpty()) {
            var rank = left.values().stream()
                    .filter(one -> left.values().stream()
                            .noneMatch(other -> other.part.needs().contains(one.part.name())))
                    .toList();
            var threads = rank.stream()
                    .map(one -> Thread.ofPlatform().start(() -> end(one)))
                    .toList();
            for (var thread : threads) {
                thread.join();
            }
            rank.forEach(one -> left.remove(one.part.name()));
        }
    }

    private void end(Watched one) {
        var process = one.process;
        if (process == null || !process.isAlive()) {
            return;
        }
        try {
            var begin = System.nanoTime();
            Processes.end(process.toHandle(), one.part.end(), Duration.ofSeconds(15));
            become(one, "ENDED");
            console.tell(one.part.name(), "ended in " + Console.seconds(begin));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    /// A log longer than this starts anew, and the one before is kept.
    private static final long LONGEST_LOG = 20L << 20;

    private static void keepOneOldLog(File log) throws IOException {
        if (log.length() > LONGEST_LOG) {
            Files.move(
                    log.toPath(),
                    log.toPath().resolveSibling(log.getName() + ".1"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
