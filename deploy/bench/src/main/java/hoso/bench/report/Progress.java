package hoso.bench.report;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/// What a benchmark says while it runs, each line with the seconds since it began.
public final class Progress {
    private final PrintStream out;
    private final long begin = System.nanoTime();

    public Progress(PrintStream out) {
        this.out = out;
    }

    /// Says what was aimed at and what came of it.
    public void goal(boolean isReached, String aim) {
        say("goal %s: %s".formatted(isReached ? "reached" : "MISSED", aim));
    }

    public void say(String line) {
        var seconds = Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0;
        out.println(String.format(Locale.ROOT, "%7.1f s  %s", seconds, line));
        out.flush();
    }
}
