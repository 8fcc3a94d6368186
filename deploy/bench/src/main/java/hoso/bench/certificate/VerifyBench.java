package hoso.bench.certificate;

import hoso.bench.parts.Pressure;
import hoso.bench.report.Benchmark;
import hoso.bench.report.Figures;
import hoso.bench.report.Outcome;
import hoso.chassis.hash.Sha256;
import hoso.local.command.Options;
import hoso.local.command.Progress;
import java.io.IOException;
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
        options.put("warmup", "100000");
        options.put("rate", "500");
        options.put("seconds", "20");
        options.put("uploads", "6000");
        options.put("upload-rate", "200");
        options.put("peer", "300");
        options.put("jvm", "");
        return options;
    }

    @Override
    public Outcome run(Options options, Progress progress) throws Exception {
        var certificates = options.count("certificates", 1, 2_000);
        var warmup = options.count("warmup", 0, 500_000);
        var rate = options.count("rate", 1, 5_000);
        var seconds = options.count("seconds", 1, 300);
        var uploads = options.count("uploads", 0, 200_000);
        var uploadRate = options.count("upload-rate", 1, 5_000);
        var peer = options.count("peer", 10, 5_000);
        try (var scene = Scene.start(options, Scene.NO_LIMITS, progress)) {
            var citizens = scene.citizens();
            progress.say("issuing %d certificates".formatted(certificates));
            var documents = documents(scene, citizens, certificates);
            var digests = documents.stream().map(Sha256::hex).toList();
            var wrong = new AtomicInteger();
            Pressure.Call byDigest = number -> count(citizens.checks(digests.get(number % digests.size())), wrong);
            Pressure.Call byUpload =
                    number -> count(citizens.verifies(documents.get(number % documents.size())), wrong);
            progress.say("%d by digest to warm up, %d uploads".formatted(warmup, uploads));
            Pressure.closed(8, uploads, byUpload);
            Pressure.closed(8, warmup, byDigest);
            var textbook = scene.textbook(options.root());
            OwnTime.Work validation = number -> {
                if (!textbook.isValid(documents.get(number % documents.size()))) {
                    wrong.incrementAndGet();
                }
            };
            // Before and after: a machine that is shared is not as fast at all times.
            progress.say("DSS: %d validations to warm up, %d measured".formatted(peer, peer / 2));
            var first = OwnTime.perSecond(peer, peer / 2, validation);
            var bare = scene.bare(progress);
            bare.measure(rate, rate * seconds / 2, progress);
            var digest = measure(scene, "by digest", rate, rate * seconds, byDigest, progress);
            bare.measure(rate, rate * seconds / 2, progress);
            progress.say("DSS: %d validations more".formatted(peer / 2));
            var second = OwnTime.perSecond(0, peer / 2, validation);
            var theirs = 2 / (1 / first + 1 / second);
            progress.say("  %.0f and %.0f a second of CPU".formatted(first, second));
            var upload = measure(scene, "uploads", uploadRate, uploadRate * seconds, byUpload, progress);
            var ratio = digest.perCpuSecond() / theirs;
            progress.goal(ratio >= RATIO_GOAL, "at least %.0f times DSS (%.1f)".formatted(RATIO_GOAL, ratio));
            digest.times().aim(P99_GOAL_MILLIS, rate, progress);
            var figures = new Figures("verify")
                    .with("rate_ratio", ratio, 1)
                    .with("p99_ms", digest.times().millis().percentile(99), 1)
                    .with("p50_ms", digest.times().millis().percentile(50), 1)
                    .with("at_per_s", rate)
                    .with("digest_per_cpu_s", digest.perCpuSecond(), 0)
                    .with("upload_ratio", upload.perCpuSecond() / theirs, 1)
                    .with("upload_p99_ms", upload.times().millis().percentile(99), 1)
                    .with("upload_per_cpu_s", upload.perCpuSecond(), 0)
                    .with("dss_per_cpu_s", theirs, 0)
                    .with("wrong", wrong.get());
            bare.beside(digest.times().millis().percentile(99), figures, progress);
            return new Outcome(figures, wrong.get() == 0);
        }
    }

    /// @param perCpuSecond calls for a second of processor time of the service and its database
    private record Cost(Pressure.Measured times, double perCpuSecond) {}

    private static Cost measure(Scene scene, String what, int rate, int calls, Pressure.Call call, Progress progress)
            throws IOException, InterruptedException {
        progress.say("%d %s at %d a second".formatted(calls, what, rate));
        var before = scene.cpuWithDatabase();
        var times = Pressure.open(rate, calls, call);
        var cpu = scene.cpuWithDatabase().minus(before);
        progress.say("  p50 %.1f ms, p99 %.1f ms, %.0f us CPU each with HTTP and database"
                .formatted(times.millis().percentile(50), times.millis().percentile(99), cpu.toNanos() / 1e3 / calls));
        return new Cost(times, calls / (cpu.toNanos() / 1e9));
    }

    private static void count(String result, AtomicInteger wrong) {
        if (!result.equals("VALID")) {
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
