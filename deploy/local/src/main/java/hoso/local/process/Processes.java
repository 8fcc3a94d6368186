package hoso.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Processes by number, told from later processes of the same number by the time they started.
public final class Processes {

    /// The system counts its start in whole seconds, so the same process may seem to start a little off.
    private static final Duration SAME_START = Duration.ofSeconds(2);

    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final Path SETPRIV = Path.of("/usr/bin/setpriv");

    private Processes() {}

    /// The command so that the process ends with the thread that starts it, however that one ends: Linux sends the
    /// signal even when this program was killed. The thread must live as long as the process. In a session of its
    /// own, the process does not get the Ctrl-C meant for this program, so the order of ending is kept.
    ///
    /// There is no order in which parts end whose launcher was killed: one that ends by TERM would wait for another
    /// that is gone, as Keycloak does for its database. It is killed, which every part withstands.
    ///
    /// Where the system has no such thing (macOS), the next start ends what is left, see [Orphans].
    public static List<String> bound(List<String> command, End how) {
        var bound = new ArrayList<String>();
        if (Files.isExecutable(SETSID)) {
            bound.add(SETSID.toString());
        }
        if (Files.isExecutable(SETPRIV)) {
            var signal = how == End.TERM ? "KILL" : how.name();
            bound.addAll(List.of(SETPRIV.toString(), "--pdeathsig", signal, "--"));
        }
        bound.addAll(command);
        return bound;
    }

    public static Optional<ProcessHandle> alive(long pid, long startedAtMillis) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .startInstant()
                        .map(start -> Duration.between(Instant.ofEpochMilli(startedAtMillis), start)
                                        .abs()
                                        .compareTo(SAME_START)
                                <= 0)
                        .orElse(false));
    }

    public static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    /// Asks a process to end, waits, and ends it if it does not.
    public static void end(ProcessHandle process, End how, Duration patience) throws InterruptedException {
        signal(process, how);
        if (!gone(process, patience)) {
            process.destroyForcibly();
            gone(process, Duration.ofSeconds(5));
        }
    }

    private static void signal(ProcessHandle process, End how) throws InterruptedException {
        switch (how) {
            case TERM -> process.destroy();
            case INT -> {
                try {
                    new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor();
                } catch (IOException _) {
                    process.destroy();
                }
            }
        }
    }

    private static boolean gone(ProcessHandle process, Duration patience) throws InterruptedException {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
        } catch (ExecutionException _) {
            return !process.isAlive();
        }
    }
}
