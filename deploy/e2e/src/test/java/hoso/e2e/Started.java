package hoso.e2e;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/// Starts the whole system once for all tests of this module, on ports of its own and with fresh data, the way
/// `./hoso up` does it, and ends it after the last test. With `-Dhoso.e2e.home=DIR` the tests use the system that
/// already runs there.
public class Started implements LauncherSessionListener {
    private static final int PORT_OFFSET = 20_000;
    private static final Path ROOT =
            Path.of(System.getProperty("hoso.root", "../..")).toAbsolutePath().normalize();
    private static @Nullable OwnSystem own;

    /// The system the tests talk to; started when the first test asks.
    public static synchronized RunningSystem system() {
        var given = System.getProperty("hoso.e2e.home");
        if (given != null) {
            return RunningSystem.at(Path.of(given));
        }
        if (own == null) {
            var log = ROOT.resolve("deploy/e2e/target/system.log");
            own = OwnSystem.start(ROOT, ROOT.resolve(".hoso/e2e"), PORT_OFFSET, log, List.of());
        }
        return own.system();
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        end();
    }

    private static synchronized void end() {
        if (own != null) {
            own.close();
            own = null;
        }
    }
}
