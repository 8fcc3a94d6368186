package hoso.bench.forgery;

import hoso.bench.report.Benchmark;
import hoso.bench.report.Figures;
import hoso.bench.report.Outcome;
import hoso.local.command.Options;
import hoso.local.command.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What files that are made to do harm cost everybody else: how long verifying by digest takes while they are examined,
/// beside how long it takes without them.
public final class BombsBench implements Benchmark {
    private static final RunOfService LAY = new RunOfService("bombs", "hoso.judicialcert.verification.single.LayBombs");
    static final RunOfService RUN = new RunOfService("bombs", "hoso.judicialcert.verification.single.BombRun");

    /// How many times longer a look-up in a hundred may take while a bomb burns one of two cores.
    private static final int MOST_TIMES = 4;

    /// Below this no ratio means anything.
    private static final long LITTLE_MICROS = 2_000;

    @Override
    public String name() {
        return "bombs";
    }

    @Override
    public String about() {
        return "files made to do harm, thrown at the verifier, and what verifying by digest takes meanwhile";
    }

    @Override
    public Map<String, String> options() {
        var options = new LinkedHashMap<String, String>();
        options.put("heap", "160");
        options.put("cpu", "6000");
        return options;
    }

    @Override
    public Outcome run(Options options, Progress progress)
            throws IOException, InterruptedException, Options.Misunderstood {
        var heap = options.count("heap", 64, 8_192);
        var cpu = options.count("cpu", 100, 60_000);
        var folder = Files.createTempDirectory("bombs");
        try {
            LAY.figures(options, progress, List.of("-Xmx2g"), List.of(folder.toString()));
            progress.say("every bomb, with a heap of %d MB and %d ms of processor time a file".formatted(heap, cpu));
            var figures = RUN.figures(
                    options,
                    progress,
                    List.of("-Xmx" + heap + "m", "-XX:+ExitOnOutOfMemoryError"),
                    List.of(Integer.toString(cpu), folder.toString()));
            var shown = new Figures("bombs");
            figures.forEach(shown::with);
            return new Outcome(shown, isPassed(figures));
        } finally {
            remove(folder);
        }
    }

    /// The files of a folder, which holds no folders, and the folder.
    private static void remove(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    static boolean isPassed(Map<String, Long> figures) {
        return figures.getOrDefault("thrown", 0L) >= 60
                && figures.getOrDefault("believed", 1L) == 0
                && figures.getOrDefault("wrong", 1L) == 0
                && figures.getOrDefault("p99_us", Long.MAX_VALUE)
                        <= Math.max(LITTLE_MICROS, MOST_TIMES * figures.getOrDefault("quiet_p99_us", 0L));
    }
}
