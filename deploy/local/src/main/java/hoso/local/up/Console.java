package hoso.local.up;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// What the launcher says, to the person in front of it and to its own log.
final class Console {

    private final PrintStream out;
    private final Optional<Path> log;
    private final Clock clock;

    Console(PrintStream out, Optional<Path> log, Clock clock) {
        this.out = out;
        this.log = log;
        this.clock = clock;
    }

    void say(String line) {
        out.println(line);
        out.flush();
        keep(line);
    }

    void tell(String part, String what) {
        say("  " + part + ": " + what);
    }

    /// To the log only.
    synchronized void keep(String line) {
        if (log.isEmpty() || line.isBlank()) {
            return;
        }
        try {
            Files.writeString(
                    log.get(),
                    clock.instant() + " " + line.strip() + "\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    static String seconds(long sinceNanos) {
        return seconds(Duration.ofNanos(System.nanoTime() - sinceNanos));
    }
}
