package hoso.bench.forgery;

import hoso.bench.parts.Child;
import hoso.local.command.Options;
import hoso.local.command.Progress;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A program among the tests of judicial-cert-service, in a process of its own: files cross borders, classes never do.
/// It ends with one line `NAME key=number key=number …`.
///
/// @param name what the last line begins with
/// @param main the program's class
record RunOfService(String name, String main) {
    private static final String SERVICE = "judicial-cert-service";
    private static final Pattern FIGURE = Pattern.compile("(\\w+)=(\\d+)");

    /// Its figures, in their order.
    ///
    /// @throws IOException when the service is not packaged, or the program ends with a fault
    Map<String, Long> figures(Options options, Progress progress, List<String> flags, List<String> arguments)
            throws IOException, InterruptedException {
        var folder = options.root().resolve(SERVICE);
        var log = Files.createTempFile(name, ".log");
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-Dstdout.encoding=UTF-8", "-cp", classPath(folder), main));
        command.addAll(arguments);
        var child = new Child(name, command, folder, Map.of(), log);
        child.start();
        var status = child.waitFor();
        var said = Files.readAllLines(log);
        Files.delete(log);
        said.stream().filter(line -> line.contains(": ")).forEach(progress::say);
        var figures = figures(said);
        if (status != 0 || figures.isEmpty()) {
            said.stream().limit(20).forEach(progress::say);
            throw new IOException("the run of " + name + " ended with " + status);
        }
        return figures;
    }

    /// Those of the last line that begins with the name.
    Map<String, Long> figures(List<String> said) {
        var figures = new LinkedHashMap<String, Long>();
        for (var line : said) {
            if (line.startsWith(name + " ")) {
                FIGURE.matcher(line).results().forEach(one -> figures.put(one.group(1), Long.valueOf(one.group(2))));
            }
        }
        return figures;
    }

    private String classPath(Path folder) throws IOException {
        var app = folder.resolve("target/quarkus-app");
        var run = folder.resolve("target/test-classes").resolve(main.replace('.', '/') + ".class");
        if (!Files.isDirectory(app) || !Files.exists(run)) {
            throw new IOException(SERVICE + " is not packaged: mvn -pl " + SERVICE + " -am -DskipTests package");
        }
        try (Stream<Path> libraries = Files.walk(app.resolve("lib"))) {
            return Stream.concat(
                            Stream.of(
                                    folder.resolve("target/test-classes"),
                                    folder.resolve("target/classes"),
                                    folder.resolveSibling("chassis").resolve("target/test-classes")),
                            libraries.filter(path -> path.toString().endsWith(".jar")))
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }
}
