package hoso.bench.certificate;

import hoso.bench.parts.Pressure;
import hoso.bench.report.Benchmark;
import hoso.bench.report.Figures;
import hoso.bench.report.Outcome;
import hoso.local.command.Options;
import hoso.local.command.Progress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a signed certificate costs: written and signed here, rendered from HTML and signed by DSS there; and how long
/// one takes from the request to the fact that it is issued, everything in between included.
public final class IssueBench implements Benchmark {
    private static final double RATIO_GOAL = 5;

    @Override
    public String name() {
        return "issue";
    }

    @Override
    public String about() {
        return "certificates written, signed and stored, against openhtmltopdf and DSS";
    }

    @Override
    public Map<String, String> options() {
        var options = new LinkedHashMap<String, String>();
        options.put("warmup", "2000");
        options.put("certificates", "2000");
        options.put("rate", "10");
        options.put("seconds", "30");
        options.put("peer", "300");
        options.put("jvm", "");
        return options;
    }

    @Override
    public Outcome run(Options options, Progress progress) throws Exception {
        var warmup = options.count("warmup", 1, 50_000);
        var certificates = options.count("certificates", 10, 50_000);
        var rate = options.count("rate", 1, 500);
        var steady = rate * options.count("seconds", 1, 600);
        var peer = options.count("peer", 10, 5_000);
        try (var scene = Scene.start(options, Map.of(), progress)) {
            var citizens = scene.citizens();
            progress.say("%d certificates to warm up".formatted(warmup));
            file(citizens, warmup);
            scene.awaitIssued(warmup, Duration.ofMinutes(10));
            progress.say("%d certificates as fast as they go".formatted(certificates));
            var begin = System.nanoTime();
            var signingBefore = scene.metric("judicial_cert_signing_cpu_seconds_total");
            var allBefore = scene.cpuWithDatabase();
            file(citizens, certificates);
            scene.awaitIssued(warmup + certificates, Duration.ofMinutes(10));
            var seconds = (System.nanoTime() - begin) / 1e9;
            var ours = certificates / (scene.metric("judicial_cert_signing_cpu_seconds_total") - signingBefore);
            var whole = scene.cpuWithDatabase().minus(allBefore).toNanos() / 1e6 / certificates;
            progress.say(
                    "  %.0f a second of CPU to write and sign; %.1f ms CPU for the whole case, database included; %.0f/s"
                            .formatted(ours, whole, certificates / seconds));
            progress.say("%d requests at %d a second".formatted(steady, rate));
            var bare = scene.bare(progress);
            bare.measure(rate, steady / 2, progress);
            Pressure.open(rate, steady, _ -> citizens.requestsForFree(citizens.somebody()));
            scene.awaitIssued(warmup + certificates + steady, Duration.ofMinutes(5));
            var latencies = scene.signingToTold(steady);
            bare.measure(rate, steady / 2, progress);
            progress.say("  from SIGNING to the fact on its topic: p50 %.0f ms, p99 %.0f ms"
                    .formatted(latencies.percentile(50), latencies.percentile(99)));
            progress.say("openhtmltopdf and DSS: %d documents to warm up, %d measured".formatted(peer, peer));
            var textbook = scene.textbook(options.root());
            var theirs = OwnTime.perSecond(peer, peer, textbook::issue);
            progress.say("  %.0f a second of CPU".formatted(theirs));
            var documents = VerifyBench.documents(scene, citizens, 50);
            var invalid = 0;
            for (var document : documents) {
                invalid += textbook.isValid(document) ? 0 : 1;
            }
            progress.say("DSS finds %d of 50 outputs wrong".formatted(invalid));
            var ratio = ours / theirs;
            progress.goal(
                    ratio >= RATIO_GOAL,
                    "at least %.0f times openhtmltopdf and DSS (%.1f)".formatted(RATIO_GOAL, ratio));
            var figures = new Figures("issue")
                    .with("rate_ratio", ratio, 2)
                    .with("p99_ms", latencies.percentile(99), 1)
                    .with("p50_ms", latencies.percentile(50), 1)
                    .with("at_per_s", rate)
                    .with("ours_per_cpu_s", ours, 0)
                    .with("peer_per_cpu_s", theirs, 0)
                    .with("case_cpu_ms", whole, 2)
                    .with("issued_per_s", certificates / seconds, 0)
                    .with("kb", documents.getFirst().length / 1024)
                    .with("invalid", invalid);
            bare.beside(latencies.percentile(99), figures, progress);
            return new Outcome(figures, invalid == 0);
        }
    }

    private static void file(Citizens citizens, int count) throws Exception {
        Pressure.closed(8, count, _ -> citizens.requestsForFree(citizens.somebody()));
    }
}
