package hoso.bench.kill;

import hoso.bench.parts.Child;
import hoso.bench.parts.Installation;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/// Keeps a part running as a supervisor does: what ends is started again after a pause, whoever ended it.
final class Kept {
    private static final Duration USUAL_PAUSE = Duration.ofMillis(500);

    private final Child child;
    private final AtomicInteger unplanned = new AtomicInteger();
    private volatile Duration nextPause = USUAL_PAUSE;
    private volatile boolean isPlanned;
    private volatile boolean isEnding;

    Kept(Child child) {
        this.child = child;
    }

    String name() {
        return child.name();
    }

    Child child() {
        return child;
    }

    /// How often it ended by itself.
    int unplanned() {
        return unplanned.get();
    }

    /// Starts it, unless it runs already, and watches it from now on.
    void start() throws IOException {
        if (!child.isAlive()) {
            child.start();
        }
        Thread.ofVirtual().name("keep-" + name()).start(this::keep);
    }

    private void keep() {
        try {
            while (true) {
                var _ = child.waitFor();
                if (isEnding) {
                    return;
                }
                if (!isPlanned) {
                    unplanned.incrementAndGet();
                }
                Installation.pause(nextPause);
                if (isEnding) {
                    return;
                }
                isPlanned = false;
                nextPause = USUAL_PAUSE;
                child.start();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Kills it now and returns when it is gone; it stays away for `pause`.
    void kill(Duration pause) throws InterruptedException {
        isPlanned = true;
        nextPause = pause;
        child.kill().get();
    }

    void end() {
        isEnding = true;
    }
}
