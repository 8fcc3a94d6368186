package hoso.bench.forgery;

import hoso.bench.parts.Child;
import hoso.bench.report.Benchmark;
import hoso.bench.report.Figures;
import hoso.bench.report.Outcome;
import hoso.local.command.Options;
import hoso.local.command.Progress;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How many forgeries count as genuine, and how many genuine certificates do not. Corpus and verifier are the service's
/// own, from its tests, in a process of their own: files cross borders, classes never do.
public final class ForgeryBench implements Benchmark {
    private static final String SERVICE = "judicial-cert-service";
    private static final String RUN = "hoso.judicialcert.verification.single.ForgeryRun";
    private static final Pattern FIGURE = Pattern.compile("(\\w+)=(\\d+)");

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
    public Outcome run(Options options, Progress progress) throws Exception {
        var genuine = options.count("genuine", 1, 1_000_000);
        var strict = options.count("strict", 0, 10_000);
        var folder = options.root().resolve(SERVICE);
        var log = Files.createTempFile("forgery", ".log");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var child = new Child(
                "forgery",
                List.of(
                        java,
                        "-Xmx1g",
                        "-Dstdout.encoding=UTF-8",
                        "-cp",
                        classPath(folder),
                        RUN,
                        Integer.toString(genuine),
                        Integer.toString(strict)),
                folder,
                Map.of(),
                log);
        progress.say(
                "%d genuine certificates, %d of them examined strictly, and every forgery".formatted(genuine, strict));
        child.start();
        var status = child.waitFor();
        var said = Files.readAllLines(log);
        Files.delete(log);
        said.stream().filter(line -> line.contains(": ")).forEach(progress::say);
        var figures = figures(said);
        if (status != 0 || figures.isEmpty()) {
            said.stream().limit(20).forEach(progress::say);
            throw new IOException("the run of forgeries ended with " + status);
        }
        var shown = new Figures("forgery");
        figures.forEach(shown::with);
        return new Outcome(shown, isPassed(figures));
    }

    /// The last line that begins with the name of the benchmark.
    static Map<String, Long> figures(List<String> said) {
        var figures = new LinkedHashMap<String, Long>();
        for (var line : said) {
            if (line.startsWith("forgery ")) {
                FIGURE.matcher(line).results().forEach(one -> figures.put(one.group(1), Long.valueOf(one.group(2))));
            }
        }
        return figures;
    }

    static boolean isPassed(Map<String, Long> figures) {
        return figures.getOrDefault("corpus", 0L) >= 200
                && Stream.of("accepted", "accepted_offline", "refused")
                        .allMatch(name -> figures.getOrDefault(name, 1L) == 0);
    }

    private static String classPath(Path folder) throws IOException {
        var app = folder.resolve("target/quarkus-app");
        var run = folder.resolve("target/test-classes").resolve(RUN.replace('.', '/') + ".class");
        if (!Files.isDirectory(app) || !Files.exists(run)) {
            throw new IOException(SERVICE + " is not packaged: mvn -pl " + SERVICE + " -am -DskipTests package");
        }
        try (Stream<Path> libraries = Files.walk(app.resolve("lib"))) {
            return Stream.concat(
                            Stream.of(folder.resolve("target/test-classes"), folder.resolve("target/classes")),
                            libraries.filter(path -> path.toString().endsWith(".jar")))
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }
}
