package hoso.local.command;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/// What a command says while it runs, each line with the seconds since it began. May be used by several threads.
public final class Progress {
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private final PrintStream out;
    private final long begin = System.nanoTime();
    private long lastCount = begin;

    public Progress(PrintStream out) {
        this.out = out;
    }

    public synchronized void say(String line) {
        out.printf(Locale.ROOT, "%7.1f s  %s%n", (System.nanoTime() - begin) / 1e9, line);
        out.flush();
    }

    /// Says what was aimed at and what came of it.
    public void goal(boolean isReached, String aim) {
        say("goal %s: %s".formatted(isReached ? "reached" : "MISSED", aim));
    }

    /// Says how far it is, at most every five seconds: may be called after each step.
    public synchronized void count(String what, long done, long all) {
        var now = System.nanoTime();
        if (now - lastCount >= PAUSE.toNanos()) {
            lastCount = now;
            say("%s %d of %d".formatted(what, done, all));
        }
    }
}
