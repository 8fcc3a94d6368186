package hoso.bench.forgery;

import hoso.bench.report.Benchmark;
import hoso.bench.report.Figures;
import hoso.bench.report.Outcome;
import hoso.local.command.Options;
import hoso.local.command.Progress;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// How many forgeries count as genuine, and how many genuine certificates do not. Corpus and verifier are the service's
/// own.
public final class ForgeryBench implements Benchmark {
    static final RunOfService RUN = new RunOfService("forgery", "hoso.judicialcert.verification.single.ForgeryRun");

    @Override
    public String name() {
        return "forgery";
    }

    @Override
    public String about() {
        return "forged certificates shown to the verifier, with and without the register, and genuine ones";
    }

    @Override
    public Map<String, String> options() {
        var options = new LinkedHashMap<String, String>();
        options.put("genuine", "10000");
        options.put("strict", "50");
        return options;
    }

    @Override
    public Outcome run(Options options, Progress progress)
            throws IOException, InterruptedException, Options.Misunderstood {
        var genuine = options.count("genuine", 1, 1_000_000);
        var strict = options.count("strict", 0, 10_000);
        progress.say(
                "%d genuine certificates, %d of them examined strictly, and every forgery".formatted(genuine, strict));
        var figures = RUN.figures(
                options, progress, List.of("-Xmx1g"), List.of(Integer.toString(genuine), Integer.toString(strict)));
        var shown = new Figures("forgery");
        figures.forEach(shown::with);
        return new Outcome(shown, isPassed(figures));
    }

    static boolean isPassed(Map<String, Long> figures) {
        return figures.getOrDefault("corpus", 0L) >= 200
                && Stream.of("accepted", "accepted_offline", "refused")
                        .allMatch(name -> figures.getOrDefault(name, 1L) == 0);
    }
}
