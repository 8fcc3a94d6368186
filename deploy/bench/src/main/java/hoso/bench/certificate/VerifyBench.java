package hoso.bench.certificate;

import hoso.bench.report.Benchmark;
import hoso.bench.report.Figures;
import hoso.bench.report.Options;
import hoso.bench.report.Outcome;
import hoso.bench.report.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// What it takes to say that a certificate is genuine: by its digest here, by the whole of the signature library there.
public final class VerifyBench implements Benchmark {
    private static final double RATIO_GOAL = 50;
    private static final double P99_GOAL_MILLIS = 20;

    @Override
    public String name() {
        return "verify";
    }

    @Override
    public String about() {
        return "verifications of uploaded certificates, against DSS on the same files";
    }

    @Override
    public Map<String, String> options() {
        var options = new LinkedHashMap<String, String>();
        options.put("certificates", "100");
        options.put("warmup", "10000");
        options.put("rate", "500");
        options.put("seconds", "20");
        options.put("peer", "300");
        return options;
    }

    @Override
    public Outcome run(Options options, Progress progress) throws Exception {
        var certificates = options.count("certificates", 1, 2_000);
        var warmup = options.count("warmup", 0, 200_000);
        var rate = options.count("rate", 1, 5_000);
        var calls = rate * options.count("seconds", 1, 300);
        var peer = options.count("peer", 10, 5_000);
        try (var scene = Scene.start(options.root(), Scene.NO_LIMITS, progress)) {
            var citizens = scene.citizens();
            progress.say("issuing %d certificates".formatted(certificates));
            var documents = documents(scene, citizens, certificates);
            var wrong = new AtomicInteger();
            progress.say("%d verifications to warm up".formatted(warmup));
            Pressure.closed(8, warmup, number -> verify(citizens, documents, number, wrong));
            progress.say("%d verifications at %d a second".formatted(calls, rate));
            var before = scene.cpuWithDatabase();
            var even = Pressure.open(rate, calls, number -> verify(citizens, documents, number, wrong));
            var cpu = scene.cpuWithDatabase().minus(before);
            var ours = calls / (cpu.toNanos() / 1e9);
            progress.say("  p50 %.1f ms, p99 %.1f ms, %.0f us CPU each with HTTP and database"
                    .formatted(
                            even.millis().percentile(50), even.millis().percentile(99), cpu.toNanos() / 1e3 / calls));
            progress.say("DSS: %d validations to warm up, %d measured".formatted(peer, peer));
            var textbook = scene.textbook(options.root());
            var theirs = OwnTime.perSecond(peer, peer, number -> {
                if (!textbook.isValid(documents.get(number % documents.size()))) {
                    wrong.incrementAndGet();
                }
            });
            progress.say("  %.0f a second of CPU, ours %.0f".formatted(theirs, ours));
            var ratio = ours / theirs;
            progress.goal(ratio >= RATIO_GOAL, "at least %.0f times DSS (%.1f)".formatted(RATIO_GOAL, ratio));
            even.aim(P99_GOAL_MILLIS, rate, progress);
            var figures = new Figures("verify")
                    .with("rate_ratio", ratio, 1)
                    .with("p99_ms", even.millis().percentile(99), 1)
                    .with("p50_ms", even.millis().percentile(50), 1)
                    .with("at_per_s", rate)
                    .with("ours_per_cpu_s", ours, 0)
                    .with("dss_per_cpu_s", theirs, 0)
                    .with("wrong", wrong.get());
            return new Outcome(figures, wrong.get() == 0);
        }
    }

    private static void verify(Citizens citizens, List<byte[]> documents, int number, AtomicInteger wrong)
            throws java.io.IOException, InterruptedException {
        if (!citizens.verifies(documents.get(number % documents.size())).equals("VALID")) {
            wrong.incrementAndGet();
        }
    }

    /// Documents of certificates issued for it.
    static List<byte[]> documents(Scene scene, Citizens citizens, int count) throws Exception {
        var before = scene.issued();
        var asked = new LinkedHashMap<Citizens.Citizen, String>();
        for (var number = 0; number < count; number++) {
            var citizen = citizens.somebody();
            asked.put(citizen, citizens.requestsForFree(citizen));
        }
        scene.awaitIssued(before + count, Duration.ofMinutes(5));
        var documents = new ArrayList<byte[]>();
        for (var one : asked.entrySet()) {
            var certificate = citizens.sees(one.getKey(), one.getValue())
                    .path("certificateId")
                    .asText();
            documents.add(citizens.document(one.getKey(), certificate));
        }
        return documents;
    }
}
