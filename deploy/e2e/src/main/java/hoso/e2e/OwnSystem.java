package hoso.e2e;

import hoso.local.run.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A whole system with fresh data that this program starts, the way `./hoso up` does it, and that ends with it.
public final class OwnSystem implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final Duration END = Duration.ofSeconds(60);
    private final Process launcher;
    private final Path home;
    private final Path log;

    private OwnSystem(Process launcher, Path home, Path log) {
        this.launcher = launcher;
        this.home = home;
        this.log = log;
    }

    /// Starts one, and returns when it is ready.
    ///
    /// @param root the project's folder, with deploy/local built
    /// @param home where the system keeps its data; what lies there of an earlier run is thrown away
    /// @param log what the launcher prints
    /// @param more further options of `./hoso up`
    /// @throws IllegalStateException when it ends before it is ready, or is not ready in 20 minutes: see the log
    public static OwnSystem start(Path root, Path home, int portOffset, Path log, List<String> more) {
        try {
            Files.createDirectories(home);
            Files.createDirectories(log.getParent());
            var process = new ProcessBuilder(command(root, home, portOffset, more))
                    .directory(root.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            var system = new OwnSystem(process, home, log);
            Waiting.until("the system to be ready (see " + log + ")", PATIENCE, system::ready);
            return system;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(Path root, Path home, int portOffset, List<String> more) {
        var local = root.resolve("deploy/local/target");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Dhoso.root=" + root,
                "-cp",
                local.resolve("local-1.jar") + ":" + local.resolve("lib") + "/*",
                "hoso.local.up.Up",
                "up",
                "--fresh",
                "--home",
                home.toString(),
                "--port-offset",
                Integer.toString(portOffset)));
        command.addAll(more);
        return command;
    }

    private Optional<Boolean> ready() {
        if (!launcher.isAlive()) {
            throw new IllegalStateException("the system ended while starting: see " + log);
        }
        try {
            return State.read(home.resolve("state.json"))
                    .filter(state -> state.launcher().pid() == launcher.pid()
                            && state.phase().equals("READY"))
                    .map(_ -> true);
        } catch (IOException _) {
            // The file of an earlier release, or of another program: ours is written at the next change.
            return Optional.empty();
        }
    }

    public RunningSystem system() {
        return RunningSystem.at(home);
    }

    @Override
    public void close() {
        launcher.destroy();
        try {
            if (!launcher.waitFor(END.toSeconds(), TimeUnit.SECONDS)) {
                launcher.destroyForcibly();
            }
        } catch (InterruptedException _) {
            launcher.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
