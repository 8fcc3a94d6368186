package hoso.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A second instance of a service beside the one that runs: the same program, settings and database. Where the
/// settings name anybody else, a [Door] stands.
final class SecondInstance implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Pattern ADDRESS = Pattern.compile("((?:http://)?localhost:)\\d+(.*)");
    private final Map<String, Door> doors = new TreeMap<>();
    private final Path log;
    private final Process process;

    /// Starts the instance; `own` goes over the settings of the running one.
    SecondInstance(RunningSystem system, String service, Map<String, String> own) {
        try {
            var running = Path.of("/proc", Long.toString(system.part(service).pid()));
            log = Files.createDirectories(Path.of("target/second-instances")).resolve(service + ".log");
            var builder = new ProcessBuilder(words(running.resolve("cmdline")))
                    .directory(running.resolve("cwd").toRealPath().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().clear();
            for (var setting : words(running.resolve("environ"))) {
                var equals = setting.indexOf('=');
                builder.environment().put(setting.substring(0, equals), setting.substring(equals + 1));
            }
            builder.environment().replaceAll(this::replaced);
            builder.environment().putAll(own);
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static java.util.List<String> words(Path file) throws IOException {
        return Arrays.stream(Files.readString(file, StandardCharsets.UTF_8).split("\0", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private String replaced(String name, String value) {
        if (name.equals("DB_URL")) {
            return value;
        }
        if (name.equals("SMTP_PORT")) {
            return Integer.toString(door(name).port());
        }
        if (name.endsWith("_PORT")) {
            return "0";
        }
        var address = ADDRESS.matcher(value);
        return address.matches() ? address.group(1) + door(name).port() + address.group(2) : value;
    }

    private Door door(String name) {
        return doors.computeIfAbsent(name, _ -> new Door());
    }

    void awaitReady() {
        Waiting.until("a second instance to start, see " + log.toAbsolutePath(), PATIENCE, () -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("it ended: see " + log.toAbsolutePath());
            }
            return Optional.of(log()).filter(said -> said.contains("Listening on"));
        });
    }

    /// Who was called, and how often.
    Map<String, Integer> knocks() {
        return doors.entrySet().stream()
                .filter(door -> door.getValue().knocks() > 0)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, door -> door.getValue().knocks()));
    }

    boolean hasPartners() {
        return !doors.isEmpty();
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Asks it to end, as Kubernetes does, and waits.
    void end() throws InterruptedException {
        process.destroy();
        process.waitFor(60, TimeUnit.SECONDS);
    }

    boolean isRunning() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        doors.values().forEach(Door::close);
    }
}
