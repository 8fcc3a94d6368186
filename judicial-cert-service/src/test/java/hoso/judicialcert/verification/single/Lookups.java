package hoso.judicialcert.verification.single;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Somebody who goes on asking, two hundred times a second, and counts how long the answers take. Who asks without a
/// pause would take the processor that the others need.
final class Lookups {
    private static final long PAUSE_NANOS = 5_000_000;

    private final BooleanSupplier ask;
    private final List<Long> took = new ArrayList<>();
    private long count;
    private long wrong;
    private volatile boolean goesOn = true;

    /// @param ask whether the answer was right
    Lookups(BooleanSupplier ask) {
        this.ask = ask;
    }

    void one() {
        LockSupport.parkNanos(PAUSE_NANOS);
        var began = System.nanoTime();
        if (!ask.getAsBoolean()) {
            wrong++;
        }
        took.add((System.nanoTime() - began) / 1_000);
        count++;
    }

    /// Microseconds that one in a hundred took longer than, of those since it was last asked.
    long p99() {
        var sorted = took.stream().sorted().toList();
        took.clear();
        return sorted.isEmpty() ? 0 : sorted.get(sorted.size() * 99 / 100);
    }

    /// Asks in a thread of its own until it is stopped.
    Thread goOn() {
        return Thread.ofPlatform().start(() -> {
            while (goesOn) {
                one();
            }
        });
    }

    void stop() {
        goesOn = false;
    }

    /// To be asked when the thread has ended.
    long count() {
        return count;
    }

    long wrong() {
        return wrong;
    }
}
