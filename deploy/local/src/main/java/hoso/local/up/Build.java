package hoso.local.up;

import hoso.local.keycloak.Distribution;
import hoso.local.part.Jvm;
import hoso.local.run.RunFolder;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Builds what is not built yet or older than its sources, with the machine's own Maven.
final class Build {

    private static final Pattern DOWNLOADED = Pattern.compile("(\\[INFO] )?Downloaded from .*");
    private static final int DOWNLOADS_TOLD = 50;
    private static final Duration STILL_BUILDING = Duration.ofSeconds(20);

    /// Maven writes some whatever it is told.
    private static final Pattern ESCAPES = Pattern.compile("\u001B\\[[0-9;]*m");

    private static final Pattern MODULE = Pattern.compile("\\[INFO] Building (\\S.*?) 1\\b.*");

    /// The module of the demo.
    static final String DEMO = "deploy/e2e";

    /// Maven found a fault in what it was to build.
    static final class Failed extends IOException {
        private static final long serialVersionUID = 1;

        Failed(String message) {
            super(message);
        }
    }

    private final RunFolder place;
    private final Console console;

    Build(RunFolder place, Console console) {
        this.place = place;
        this.console = console;
    }

    /// The right to build, held by one program at a time; waits for it.
    Closeable alone() throws IOException {
        Files.createDirectories(place.shared());
        var channel =
                FileChannel.open(place.shared().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            console.say("another ./hoso builds what this one needs as well: waiting for it");
            channel.lock();
        }
        return channel;
    }

    /// The modules of these whose program is missing or older than its sources.
    List<String> outdated(List<String> modules) throws IOException {
        var outdated = new ArrayList<String>();
        var common = newest(List.of(
                place.root().resolve("pom.xml"),
                place.root().resolve("chassis/pom.xml"),
                place.root().resolve("chassis/src/main")));
        for (var module : modules) {
            var folder = place.root().resolve(module);
            var sources = newest(List.of(
                    folder.resolve("pom.xml"),
                    folder.resolve("src/main"),
                    folder.resolve("contract"),
                    folder.resolve("web")));
            var built = modified(
                    folder.resolve(module.equals(DEMO) ? "target/e2e-1.jar" : "target/quarkus-app/quarkus-run.jar"));
            if (built == 0 || Math.max(built, modified(mark(module))) < Math.max(common, sources)) {
                outdated.add(module);
            }
        }
        return outdated;
    }

    /// Builds modules and what they stand on, without the checks of `./hoso test`.
    void modules(List<String> outdated) throws IOException, InterruptedException {
        if (outdated.isEmpty()) {
            return;
        }
        console.say("building " + String.join(", ", outdated) + " (the first time this downloads what Maven needs)");
        var begin = System.nanoTime();
        // Sources changed while the build runs are newer than these marks: they are built next time.
        for (var module : outdated) {
            Files.createDirectories(mark(module).getParent());
            Files.write(draft(module), new byte[0]);
        }
        try {
            run(
                    "build",
                    List.of(
                            maven(),
                            "-B",
                            "-T2",
                            "-Dhoso.unchecked",
                            "-DskipTests",
                            "-pl",
                            String.join(",", outdated),
                            "-am",
                            "package"),
                    Map.of("JAVA_HOME", System.getProperty("java.home")));
        } finally {
            forgetCompiled();
        }
        for (var module : outdated) {
            Files.move(draft(module), mark(module), StandardCopyOption.REPLACE_EXISTING);
        }
        console.say("built in " + Console.seconds(begin));
    }

    /// Classes that were compiled without checks are compiled again by the next build with them: what the compiler
    /// plug-in remembers of its last run is thrown away.
    private void forgetCompiled() throws IOException {
        try (var parents = Stream.of(place.root(), place.root().resolve("deploy"))) {
            for (var parent : parents.toList()) {
                try (var modules = Files.list(parent)) {
                    for (var module : modules.toList()) {
                        RunFolder.delete(module.resolve("target/maven-status"));
                    }
                }
            }
        }
    }

    /// Unpacks Keycloak out of the Maven repository and builds it for PostgreSQL; once.
    void keycloak(Distribution distribution) throws IOException, InterruptedException {
        if (distribution.ready()) {
            return;
        }
        var begin = System.nanoTime();
        if (!distribution.unpacked()) {
            RunFolder.delete(distribution.folder());
            console.tell("keycloak", "unpacking the distribution (the first time it is downloaded by Maven, 177 MB)");
            run(
                    "keycloak-build",
                    List.of(
                            maven(),
                            "-B",
                            "-ntp",
                            "-q",
                            "-f",
                            place.root().resolve("deploy/local/pom.xml").toString(),
                            "dependency:unpack@keycloak",
                            "-Dhoso.keycloak.folder=" + place.shared()),
                    Map.of("JAVA_HOME", System.getProperty("java.home")));
            Files.write(distribution.unpackedMark(), new byte[0]);
        }
        console.tell("keycloak", "building it for PostgreSQL (once, about half a minute)");
        run("keycloak-build", distribution.buildCommand(Jvm.java()), Map.of());
        Files.write(distribution.builtMark(), new byte[0]);
        console.tell("keycloak", "built in " + Console.seconds(begin));
    }

    private void run(String log, List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        var file = place.log(log);
        var builder = new ProcessBuilder(command)
                .directory(place.root().toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().putAll(environment);
        var process = builder.start();
        // Whoever ends the launcher during a build ends the build too.
        var end = new Thread(process::destroy, "end-build");
        Runtime.getRuntime().addShutdownHook(end);
        Thread.ofVirtual().start(() -> tellThatItGoesOn(log, process));
        var downloads = 0;
        try (var said = process.inputReader(StandardCharsets.UTF_8);
                var kept = Files.newBufferedWriter(file)) {
            for (var raw = said.readLine(); raw != null; raw = said.readLine()) {
                var line = ESCAPES.matcher(raw).replaceAll("");
                if (line.startsWith("Progress ")) {
                    continue;
                }
                kept.write(line);
                kept.newLine();
                var module = MODULE.matcher(line);
                if (module.matches()) {
                    console.say("  building " + module.group(1));
                } else if (DOWNLOADED.matcher(line).matches() && ++downloads % DOWNLOADS_TOLD == 0) {
                    console.say("  " + downloads + " files downloaded so far");
                }
            }
        }
        var code = process.waitFor();
        try {
            Runtime.getRuntime().removeShutdownHook(end);
        } catch (IllegalStateException _) {
            throw new IOException("ended during the build");
        }
        if (code != 0) {
            var lines = Files.readAllLines(file);
            lines.subList(Math.max(0, lines.size() - 25), lines.size()).forEach(line -> console.say("    " + line));
            throw new Failed("the build failed, see " + file);
        }
    }

    private void tellThatItGoesOn(String log, Process process) {
        var begin = System.nanoTime();
        try {
            while (!process.waitFor(STILL_BUILDING)) {
                console.tell(log, "goes on, " + Console.seconds(begin) + " so far");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static String maven() {
        return System.getenv().getOrDefault("HOSO_MVN", "mvn");
    }

    private Path mark(String module) {
        return place.shared().resolve("built").resolve(module.replace('/', '-'));
    }

    private Path draft(String module) {
        return place.shared().resolve("built").resolve(module.replace('/', '-') + ".new");
    }

    private static long newest(List<Path> places) throws IOException {
        var newest = 0L;
        for (var one : places) {
            if (!Files.exists(one)) {
                continue;
            }
            try (var files = Files.walk(one)) {
                for (var file : files.toList()) {
                    newest = Math.max(newest, modified(file));
                }
            }
        }
        return newest;
    }

    private static long modified(Path file) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (NoSuchFileException _) {
            return 0;
        }
    }
}
