package hoso.bench.start;

import hoso.bench.parts.Child;
import hoso.bench.parts.Installation;
import hoso.bench.parts.ProcFile;
import hoso.bench.report.Benchmark;
import hoso.bench.report.Figures;
import hoso.bench.report.Outcome;
import hoso.bench.report.Spread;
import hoso.local.command.Options;
import hoso.local.command.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/// Starts the whole system beside whatever else runs, in a folder of its own: once to make what the first
/// start makes, then as often as asked for the figures.
public final class StartBench implements Benchmark {
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final Duration SETTLE = Duration.ofSeconds(3);
    private static final double SECONDS_GOAL = 2;
    private static final double MEGABYTES_GOAL = 200;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String about() {
        return "from ./hoso up to ready on a warm machine; start time and memory of each service";
    }

    @Override
    public Map<String, String> options() {
        var options = new LinkedHashMap<String, String>();
        options.put("rounds", "3");
        options.put("port-offset", "2000");
        options.put("home", ".hoso/bench/start");
        return options;
    }

    /// One start of everything.
    private record Started(double upSeconds, Map<String, Service> services, double totalMegabytes) {}

    /// @param upSeconds to ready while everything else was starting too
    /// @param seconds to ready when it was started again by itself, in the running system
    private record Service(double upSeconds, double seconds, double megabytes) {}

    @Override
    public Outcome run(Options options, Progress progress) throws Exception {
        var root = options.root();
        var rounds = options.count("rounds", 1, 20);
        var home = root.resolve(options.text("home"));
        Files.createDirectories(home);
        progress.say(
                "first start in %s, not counted: it makes databases, keys, realm and start caches".formatted(home));
        var first = start(options, home, progress);
        var started = new ArrayList<Started>();
        for (var round = 1; round <= rounds; round++) {
            progress.say("start %d of %d".formatted(round, rounds));
            started.add(start(options, home, progress));
        }
        drop(home);
        return new Outcome(figures(first, started, progress), true);
    }

    private static Started start(Options options, Path home, Progress progress)
            throws IOException, InterruptedException, Options.Misunderstood {
        var offset = options.count("port-offset", 0, 40_000);
        var state = home.resolve("state.json");
        Files.deleteIfExists(state);
        var command = List.of(
                options.root().resolve("hoso").toString(),
                "up",
                "--port-offset",
                Integer.toString(offset),
                "--home",
                home.toString());
        var java = Map.of("JAVA_HOME", System.getProperty("java.home"));
        var launcher = new Child("up", command, options.root(), java, home.resolve("up.log"));
        var hook = new Thread(() -> end(launcher), "end-up");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            launcher.start();
            var running = ready(launcher, state);
            Installation.pause(SETTLE);
            var total = 0.0;
            for (var part : running.parts()) {
                total += ProcFile.residentMegabytes(part.pid());
            }
            progress.say(
                    "  ready in %.1f s, all parts together %.0f MB".formatted(running.readyInMs() / 1000.0, total));
            var services = new LinkedHashMap<String, Service>();
            for (var part : running.parts()) {
                if (part.isService()) {
                    var one = again(launcher, state, part);
                    services.put(part.label(), one);
                    progress.say("  %-14s ready in %.1f s among all, %.1f s by itself, %.0f MB"
                            .formatted(part.label(), one.upSeconds(), one.seconds(), one.megabytes()));
                }
            }
            return new Started(running.readyInMs() / 1000.0, services, total);
        } finally {
            launcher.end(Duration.ofSeconds(60));
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }

    /// Ends one service and lets the launcher start it again: its start without the crowd.
    private static Service again(Child launcher, Path state, RunningState.PartState before)
            throws IOException, InterruptedException {
        ProcessHandle.of(before.pid()).ifPresent(ProcessHandle::destroy);
        var after = await(
                        launcher,
                        state,
                        running -> running.part(before.name()).isReady()
                                && running.part(before.name()).restarts() > before.restarts())
                .part(before.name());
        Installation.pause(SETTLE);
        return new Service(
                before.readyInMs() / 1000.0, after.readyInMs() / 1000.0, ProcFile.residentMegabytes(after.pid()));
    }

    private static void end(Child launcher) {
        try {
            launcher.end(Duration.ofSeconds(60));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static RunningState ready(Child launcher, Path state) throws IOException, InterruptedException {
        return await(launcher, state, running -> running.phase().equals("READY"));
    }

    private static RunningState await(Child launcher, Path state, Predicate<RunningState> isSo)
            throws IOException, InterruptedException {
        var begin = System.nanoTime();
        while (System.nanoTime() - begin < PATIENCE.toNanos()) {
            var running = RunningState.read(state);
            if (running.isPresent() && isSo.test(running.get())) {
                return running.get();
            }
            if (!launcher.isAlive()) {
                break;
            }
            Installation.pause(Duration.ofMillis(200));
        }
        throw new IOException("./hoso up did not become ready, see " + launcher.log());
    }

    private static Figures figures(Started first, List<Started> started, Progress progress) {
        var figures = new Figures("start")
                .with("up_s", middle(started, Started::upSeconds), 1)
                .with("first_up_s", first.upSeconds(), 1)
                .with("total_mb", middle(started, Started::totalMegabytes), 0);
        for (var name : started.getFirst().services().keySet()) {
            var seconds = middle(started, one -> service(one, name).seconds());
            var megabytes = middle(started, one -> service(one, name).megabytes());
            figures.with(name + "_s", seconds, 1)
                    .with(
                            name + "_up_s",
                            middle(started, one -> service(one, name).upSeconds()),
                            1)
                    .with(name + "_mb", megabytes, 0);
            progress.goal(
                    seconds < SECONDS_GOAL && megabytes < MEGABYTES_GOAL,
                    "%s starts in less than %.0f s (%.1f) with less than %.0f MB (%.0f)"
                            .formatted(name, SECONDS_GOAL, seconds, MEGABYTES_GOAL, megabytes));
        }
        return figures;
    }

    private static Service service(Started started, String name) {
        return started.services().getOrDefault(name, new Service(Double.NaN, Double.NaN, Double.NaN));
    }

    private static double middle(List<Started> started, ToDoubleFunction<Started> value) {
        return Spread.of(started.stream().mapToDouble(value).toArray()).percentile(50);
    }

    private static void drop(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
