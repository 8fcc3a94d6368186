package hoso.bench.relay;

import hoso.bench.parts.Bare;
import hoso.bench.parts.Installation;
import hoso.bench.relay.RelayRun.Measured;
import hoso.bench.report.Benchmark;
import hoso.bench.report.Figures;
import hoso.bench.report.Outcome;
import hoso.local.command.Options;
import hoso.local.command.Progress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// Three relays in turn, A B C A B C, with the same events: what disturbs the machine disturbs all of them.
public final class RelayBench implements Benchmark {
    private static final double RATE_GOAL = 4;
    private static final double CPU_GOAL = 0.25;
    private static final double P50_GOAL_MILLIS = 8;
    private static final double P99_GOAL_MILLIS = 25;
    private static final double IDLE_GOAL_PERCENT = 1;

    @Override
    public String name() {
        return "relay";
    }

    @Override
    public String about() {
        return "events per second and commit-to-consumer latency, against textbook Debezium and a polling relay";
    }

    @Override
    public Map<String, String> options() {
        var options = new LinkedHashMap<String, String>();
        options.put("backlog", "60000");
        options.put("warmup", "250000");
        options.put("rate", "710");
        options.put("seconds", "20");
        options.put("rounds", "2");
        options.put("only", "ours,textbook,polling");
        options.put("seed", "1");
        options.put("jvm", "");
        return options;
    }

    @Override
    public Outcome run(Options options, Progress progress) throws Exception {
        var size = new RelayRun.Size(
                options.count("warmup", 1_000, 1_000_000),
                options.count("backlog", 1_000, 200_000),
                options.count("rate", 1, 5_000),
                options.count("seconds", 1, 600));
        var rounds = options.count("rounds", 1, 10);
        var only = List.of(options.text("only").split(",", -1));
        var load = new Load(options.seed());
        var measured = new ArrayList<Measured>();
        progress.say("starting PostgreSQL and Kafka");
        try (var installation = Installation.start(options.root(), "relay")) {
            var bare = Bare.start(installation, progress);
            for (var round = 1; round <= rounds; round++) {
                for (var contender : Contender.values()) {
                    if (only.contains(contender.label())) {
                        progress.say("round %d of %d, %s: %d events to warm up, %d to drain, %d s at %d/s"
                                .formatted(
                                        round,
                                        rounds,
                                        contender.label(),
                                        size.warmup(),
                                        size.backlog(),
                                        size.seconds(),
                                        size.rate()));
                        var one = new RelayRun(
                                        installation,
                                        contender,
                                        round,
                                        load,
                                        size,
                                        Installation.jvm(options.text("jvm")))
                                .measure();
                        progress.say(told(one));
                        measured.add(one);
                        bare.measure(size.rate(), size.rate() * size.seconds() / 2, progress);
                    }
                }
            }
            return new Outcome(
                    bare.beside(median(measured, Contender.OURS, 99), figures(measured, progress), progress), true);
        }
    }

    private static String told(Measured one) {
        return String.format(
                "  %s: %.0f events/s, %.1f us CPU per event (PostgreSQL %.1f us), p50 %.1f ms, p99 %.1f ms, most %.1f ms"
                        + " (writer late by at most %d ms), %.0f us CPU per event at the rate,"
                        + " %d published twice, idle %.1f %% of a core",
                one.contender().label(),
                one.rate(),
                one.cpuMicros(),
                one.postgresMicros(),
                one.latencies().percentile(50),
                one.latencies().percentile(99),
                one.latencies().most(),
                one.latestWrite().toMillis(),
                one.evenMicros(),
                one.repeated(),
                one.idlePercent());
    }

    private static Figures figures(List<Measured> measured, Progress progress) {
        var rateRatio =
                mean(measured, Contender.OURS, Measured::rate) / mean(measured, Contender.TEXTBOOK, Measured::rate);
        var cpuRatio = mean(measured, Contender.OURS, Measured::cpuMicros)
                / mean(measured, Contender.TEXTBOOK, Measured::cpuMicros);
        var p99 = median(measured, Contender.OURS, 99);
        progress.goal(
                rateRatio >= RATE_GOAL || cpuRatio <= CPU_GOAL,
                "at least %.0f times the rate of the textbook (%.1f) or a quarter of its CPU (%.2f)"
                        .formatted(RATE_GOAL, rateRatio, cpuRatio));
        var p50 = median(measured, Contender.OURS, 50);
        progress.goal(p50 <= P50_GOAL_MILLIS, "p50 at most %.0f ms (%.1f ms)".formatted(P50_GOAL_MILLIS, p50));
        progress.goal(p99 <= P99_GOAL_MILLIS, "p99 at most %.0f ms (%.1f ms)".formatted(P99_GOAL_MILLIS, p99));
        var polling = median(measured, Contender.POLLING, 99);
        progress.goal(
                !(p99 > polling), "p99 below that of the polling relay (%.1f and %.1f ms)".formatted(p99, polling));
        var idle = mean(measured, Contender.OURS, Measured::idlePercent);
        progress.goal(
                idle <= IDLE_GOAL_PERCENT,
                "idle at most %.0f %% of a core (%.1f %%)".formatted(IDLE_GOAL_PERCENT, idle));
        var figures = new Figures("relay")
                .with("rate_ratio", rateRatio, 2)
                .with("cpu_ratio", cpuRatio, 3)
                .with("p50_ms", p50, 1)
                .with("p99_ms", p99, 1)
                .with("idle_pct", idle, 1);
        for (var contender : Contender.values()) {
            figures.with(contender.label() + "_per_s", mean(measured, contender, Measured::rate), 0)
                    .with(contender.label() + "_cpu_us", mean(measured, contender, Measured::cpuMicros), 1)
                    .with(contender.label() + "_even_cpu_us", mean(measured, contender, Measured::evenMicros), 0)
                    .with(contender.label() + "_pg_us", mean(measured, contender, Measured::postgresMicros), 1);
            if (contender != Contender.OURS) {
                figures.with(contender.label() + "_p50_ms", median(measured, contender, 50), 1)
                        .with(contender.label() + "_p99_ms", median(measured, contender, 99), 1);
            }
        }
        return figures;
    }

    private static double mean(List<Measured> measured, Contender contender, ToDoubleFunction<Measured> value) {
        return measured.stream()
                .filter(one -> one.contender() == contender)
                .mapToDouble(value)
                .average()
                .orElse(Double.NaN);
    }

    /// The middle of the rounds: the worse of two.
    private static double median(List<Measured> measured, Contender contender, double percentile) {
        var rounds = measured.stream()
                .filter(one -> one.contender() == contender)
                .mapToDouble(one -> one.latencies().percentile(percentile))
                .sorted()
                .toArray();
        return rounds.length == 0 ? Double.NaN : rounds[rounds.length / 2];
    }
}
