package hoso.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/// Starts the whole system once for all tests of this module, on ports of its own and with fresh data, the way
/// `./hoso up` does it, and ends it after the last test. With `-Dhoso.e2e.home=DIR` the tests use the system that
/// already runs there.
public class Started implements LauncherSessionListener {
    private static final int PORT_OFFSET = 20_000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Path ROOT =
            Path.of(System.getProperty("hoso.root", "../..")).toAbsolutePath().normalize();
    private static @org.jspecify.annotations.Nullable Process launcher;

    /// The system the tests talk to; started when the first test asks.
    static synchronized RunningSystem system() {
        var given = System.getProperty("hoso.e2e.home");
        if (given != null) {
            return RunningSystem.at(Path.of(given));
        }
        if (launcher == null) {
            launcher = start();
        }
        return RunningSystem.at(home());
    }

    private static Path home() {
        return ROOT.resolve(".hoso/e2e");
    }

    private static Process start() {
        try {
            var local = ROOT.resolve("deploy/local/target");
            var log = Files.createDirectories(ROOT.resolve("deploy/e2e/target")).resolve("system.log");
            var process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx128m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "--enable-native-access=ALL-UNNAMED",
                            "-Dhoso.root=" + ROOT,
                            "-cp",
                            local.resolve("local-1.jar") + ":" + local.resolve("lib") + "/*",
                            "hoso.local.up.Up",
                            "up",
                            "--fresh",
                            "--home",
                            home().toString(),
                            "--port-offset",
                            Integer.toString(PORT_OFFSET))
                    .directory(ROOT.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            Waiting.until("the system to be ready (see " + log + ")", PATIENCE, () -> ready(process));
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static java.util.Optional<Boolean> ready(Process process) {
        if (!process.isAlive()) {
            throw new IllegalStateException("the system ended while starting: see deploy/e2e/target/system.log");
        }
        try {
            return hoso.local.up.State.read(home().resolve("state.json"))
                    .filter(state -> state.launcher().pid() == process.pid()
                            && state.phase().equals("READY"))
                    .map(_ -> true);
        } catch (IOException _) {
            return java.util.Optional.empty();
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        end();
    }

    private static synchronized void end() {
        if (launcher != null) {
            launcher.destroy();
            try {
                if (!launcher.waitFor(60, TimeUnit.SECONDS)) {
                    launcher.destroyForcibly();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            launcher = null;
        }
    }
}
