package hoso.chassis.passcode;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Places for work that costs much: few at once, in the order of coming, and no more waiting than can have their turn
/// soon.
public final class Places {
    private final Semaphore free;
    private final int mostWaiting;
    private final Duration patience;

    /// @param patience how long one waits for a place at most
    public Places(int atOnce, int mostWaiting, Duration patience) {
        this.free = new Semaphore(atOnce, true);
        this.mostWaiting = mostWaiting;
        this.patience = patience;
    }

    /// Does the work when there is a place for it; empty when there is none.
    public <T> Optional<T> with(Supplier<T> work) {
        if (!take()) {
            return Optional.empty();
        }
        try {
            return Optional.of(work.get());
        } finally {
            free.release();
        }
    }

    /// How many wait for a place.
    public int waiting() {
        return free.getQueueLength();
    }

    private boolean take() {
        try {
            return waiting() < mostWaiting && free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
