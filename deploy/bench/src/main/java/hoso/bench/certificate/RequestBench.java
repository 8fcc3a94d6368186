package hoso.bench.certificate;

import hoso.bench.parts.Pressure;
import hoso.bench.report.Benchmark;
import hoso.bench.report.Figures;
import hoso.bench.report.Outcome;
import hoso.local.command.Options;
import hoso.local.command.Progress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/// How many requests for a certificate the service takes in: authorised, checked against the law, priced, numbered,
/// sealed, committed with their event.
public final class RequestBench implements Benchmark {
    private static final double RATE_GOAL = 300;
    private static final double P99_GOAL_MILLIS = 100;

    @Override
    public String name() {
        return "request";
    }

    @Override
    public String about() {
        return "requests for a certificate: as many as go in, and how long one takes at a steady rate";
    }

    @Override
    public Map<String, String> options() {
        var options = new LinkedHashMap<String, String>();
        options.put("warmup", "30000");
        options.put("calls", "6000");
        options.put("callers", "12");
        options.put("rate", "200");
        options.put("seconds", "20");
        options.put("jvm", "");
        return options;
    }

    @Override
    public Outcome run(Options options, Progress progress) throws Exception {
        var warmup = options.count("warmup", 0, 100_000);
        var calls = options.count("calls", 100, 100_000);
        var callers = options.count("callers", 1, 64);
        var rate = options.count("rate", 1, 2_000);
        var steady = rate * options.count("seconds", 1, 300);
        try (var scene = Scene.start(options, Map.of(), progress)) {
            var citizens = scene.citizens();
            progress.say("making %d citizens with their tokens".formatted(warmup + calls + steady));
            var people = IntStream.range(0, warmup + calls + steady)
                    .mapToObj(_ -> citizens.somebody())
                    .toList();
            progress.say("%d requests to warm up".formatted(warmup));
            Pressure.closed(callers, warmup, number -> citizens.requests(people.get(number)));
            var cpuBefore = scene.cpuWithDatabase();
            progress.say("%d requests by %d callers at once".formatted(calls, callers));
            var most = Pressure.closed(callers, calls, number -> citizens.requests(people.get(warmup + number)));
            var cpu = scene.cpuWithDatabase().minus(cpuBefore);
            progress.say("  %.0f requests/s, p99 %.1f ms, %.0f us CPU each, database included"
                    .formatted(most.perSecond(), most.millis().percentile(99), cpu.toNanos() / 1e3 / calls));
            progress.say("%d requests at %d a second".formatted(steady, rate));
            var bare = scene.bare(progress);
            bare.measure(rate, steady / 2, progress);
            var even = Pressure.open(rate, steady, number -> citizens.requests(people.get(warmup + calls + number)));
            progress.say("  p50 %.1f ms, p99 %.1f ms, most %.1f ms"
                    .formatted(
                            even.millis().percentile(50),
                            even.millis().percentile(99),
                            even.millis().most()));
            bare.measure(rate, steady / 2, progress);
            var stored = scene.count("select count(*) from certificate_request");
            var told = scene.count("select count(*) from outbox where topic = 'judicial-cert.requests.v1'");
            var isWhole = stored == people.size() && told == people.size();
            progress.say("%s: %d requests filed, %d stored, %d told"
                    .formatted(isWhole ? "whole" : "NOT WHOLE", people.size(), stored, told));
            progress.goal(
                    most.perSecond() >= RATE_GOAL, "at least %.0f/s (%.0f)".formatted(RATE_GOAL, most.perSecond()));
            most.aim(P99_GOAL_MILLIS, (int) most.perSecond(), progress);
            even.aim(P99_GOAL_MILLIS, rate, progress);
            var figures = new Figures("request")
                    .with("rate", most.perSecond(), 0)
                    .with("p99_ms", most.millis().percentile(99), 1)
                    .with("p50_ms", most.millis().percentile(50), 1)
                    .with("at_per_s", rate)
                    .with("at_p99_ms", even.millis().percentile(99), 1)
                    .with("at_p50_ms", even.millis().percentile(50), 1)
                    .with("cpu_us", cpu.toNanos() / 1e3 / calls, 0);
            bare.beside(even.millis().percentile(99), figures, progress);
            return new Outcome(figures, isWhole);
        }
    }
}
