package hoso.bench.kill;

import hoso.bench.parts.Installation;
import hoso.bench.report.Benchmark;
import hoso.bench.report.Figures;
import hoso.bench.report.Outcome;
import hoso.bench.report.Spread;
import hoso.local.command.Options;
import hoso.local.command.Progress;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Commands go in while processes are killed (SIGKILL) at random points; when all is quiet again, what was
/// committed is compared with what was told and what was made of it. A killed process does not take the
/// machine's disk cache with it: this shows what processes forget, not what a power cut takes.
public final class KillBench implements Benchmark {
    private static final double TAKEOVER_GOAL_MILLIS = 10_000;
    private static final Duration STALL = Duration.ofMinutes(2);
    private static final int SHOWN = 10;
    /// So many commands are answered between two take-overs at least: there must be something to tell.
    private static final int WORK_BETWEEN = 50;

    @Override
    public String name() {
        return "kill";
    }

    @Override
    public String about() {
        return "kill -9 of relay, services, Kafka and PostgreSQL at random points: events lost, effects doubled";
    }

    @Override
    public Map<String, String> options() {
        var options = new LinkedHashMap<String, String>();
        options.put("kills", "50");
        options.put("events", "20000");
        options.put("rate", "80");
        options.put("takeovers", "10");
        options.put("quiet", "180");
        options.put("seed", "1");
        options.put("keep", "no");
        return options;
    }

    @Override
    public Outcome run(Options options, Progress progress) throws Exception {
        var kills = options.count("kills", 1, 10_000);
        var events = options.count("events", 100, 10_000_000);
        var quiet = Duration.ofSeconds(options.count("quiet", 10, 3_600));
        var takeovers = options.count("takeovers", 0, 1_000);
        var seed = options.seed();
        var plan = KillPlan.of(seed, kills, events);
        progress.say("starting PostgreSQL, Kafka, two replicas that record and a service that takes in");
        try (var installation = Installation.start(options.root(), "kill")) {
            if (options.text("keep").equals("yes")) {
                installation.keepFolder();
            }
            var scene = new KillScene(installation);
            scene.start();
            var commands = new Commands(scene.doors(), options.count("rate", 1, 5_000), seed);
            progress.say("%d commands at %d/s, %d kills, seed %d"
                    .formatted(events, options.count("rate", 1, 5_000), kills, seed));
            try {
                var begin = System.nanoTime();
                commands.start();
                var deaths = kill(scene, commands, plan, progress);
                deaths.addAll(takeOver(scene, commands, takeovers, progress));
                var all = commands.finish(events);
                await(commands, all);
                progress.say("all commands answered, %d sent again; waiting until all is quiet"
                        .formatted(commands.repeated()));
                var atWork = System.nanoTime();
                var isQuiet = scene.isQuiet(all, quiet);
                progress.say(isQuiet ? "quiet" : "NOT quiet after " + quiet.toSeconds() + " s");
                var settled = System.nanoTime();
                var found = scene.find(names(all));
                var outcome = outcome(deaths, found, scene, progress, new Times(begin, atWork, settled), seed);
                if (!outcome.isPassed()) {
                    installation.keepFolder();
                    progress.say("logs and data are kept in %s".formatted(installation.folder()));
                }
                return outcome;
            } catch (IOException e) {
                installation.keepFolder();
                throw e;
            } finally {
                commands.stop();
                scene.end();
            }
        }
    }

    private static List<Takeovers.Death> kill(
            KillScene scene, Commands commands, List<KillPlan> plan, Progress progress)
            throws IOException, InterruptedException {
        var deaths = new ArrayList<Takeovers.Death>();
        for (var one : plan) {
            await(commands, one.afterCommands());
            Installation.pause(one.delay());
            deaths.add(scene.kill(one));
            progress.say("kill %d of %d: %-8s after %d commands"
                    .formatted(deaths.size(), plan.size(), one.target(), commands.answered()));
        }
        return deaths;
    }

    /// Takes the relaying replica away again and again while another one stands by and nothing else is the
    /// matter.
    private static List<Takeovers.Death> takeOver(KillScene scene, Commands commands, int takeovers, Progress progress)
            throws IOException, InterruptedException {
        var deaths = new ArrayList<Takeovers.Death>();
        if (takeovers > 0) {
            Installation.pause(Takeovers.SETTLED);
        }
        while (deaths.size() < takeovers) {
            awaitOrder(scene, commands);
            deaths.add(scene.kill(new KillPlan(0, Target.RELAYING, Duration.ZERO, Duration.ZERO)));
            progress.say(
                    "take-over %d of %d, after %d commands".formatted(deaths.size(), takeovers, commands.answered()));
            await(commands, commands.answered() + WORK_BETWEEN);
        }
        return deaths;
    }

    private static void awaitOrder(KillScene scene, Commands commands) throws IOException, InterruptedException {
        var begin = System.nanoTime();
        while (!scene.isOrderly()) {
            if (System.nanoTime() - begin > STALL.toNanos()) {
                throw new IOException("no replica stands by; " + commands.answered() + " commands were answered");
            }
            Installation.pause(Duration.ofMillis(100));
        }
    }

    private static void await(Commands commands, int answered) throws IOException, InterruptedException {
        var last = commands.answered();
        var since = System.nanoTime();
        while (commands.answered() < answered) {
            if (commands.answered() != last) {
                last = commands.answered();
                since = System.nanoTime();
            }
            var refusal = commands.refused();
            if (refusal != null) {
                throw new IOException("a command was refused: " + refusal);
            }
            if (System.nanoTime() - since > STALL.toNanos()) {
                throw new IOException("no command was answered for " + STALL.toSeconds() + " s; " + last + " were");
            }
            Installation.pause(Duration.ofMillis(2));
        }
    }

    private static Set<String> names(int events) {
        var names = new HashSet<String>();
        for (var number = 0; number < events; number++) {
            names.add(Commands.name(number));
        }
        return names;
    }

    /// Marks of the monotonic clock, nanoseconds.
    private record Times(long begin, long atWork, long settled) {}

    private static Outcome outcome(
            List<Takeovers.Death> deaths,
            KillScene.Found found,
            KillScene scene,
            Progress progress,
            Times times,
            long seed) {
        var evidence = found.evidence();
        var lost = evidence.lost();
        var untaken = evidence.untaken();
        var doubled = evidence.doubled();
        var takeovers = Spread.of(Takeovers.clean(deaths, found.toldAt()));
        show(progress, "lost", lost);
        show(progress, "not taken in", untaken);
        show(progress, "doubled", doubled);
        var byTarget = new EnumMap<Target, Integer>(Target.class);
        deaths.forEach(death -> byTarget.merge(death.target(), 1, Integer::sum));
        progress.say("killed %s; %d facts, %d records, %d effects; ended by themselves: %d"
                .formatted(
                        byTarget,
                        evidence.facts().size(),
                        evidence.told().size(),
                        evidence.effects().size(),
                        scene.unplanned()));
        var figures = new Figures("kill")
                .with("kills", deaths.size())
                .with("events", evidence.facts().size())
                .with("lost", lost.size())
                .with("untaken", untaken.size())
                .with("doubled", doubled.size())
                .with("told_twice", evidence.repeated())
                .with("disordered", evidence.disordered())
                .with("reconciled", found.toldAgain())
                .with("dead", found.dead())
                .with("takeovers", takeovers.count())
                .with("takeover_p50_ms", takeovers.percentile(50), 0)
                .with("takeover_p99_ms", takeovers.percentile(99), 0)
                .with("work_s", (times.atWork() - times.begin()) / 1e9, 0)
                .with("quiet_s", (times.settled() - times.atWork()) / 1e9, 1)
                .with("seed", seed);
        var isInTime = takeovers.count() == 0 || takeovers.percentile(99) < TAKEOVER_GOAL_MILLIS;
        return new Outcome(figures, lost.isEmpty() && untaken.isEmpty() && doubled.isEmpty() && isInTime);
    }

    private static void show(Progress progress, String what, List<String> which) {
        if (!which.isEmpty()) {
            progress.say("%s: %d, the first: %s"
                    .formatted(what, which.size(), which.subList(0, Math.min(SHOWN, which.size()))));
        }
    }
}
