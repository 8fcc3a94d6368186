package hoso.judicialcert.verification.single;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// So many attempts at once, and then one more each time a share of the period has passed (GCRA). Exact under any
/// number of threads: a key is counted under its own lock. Its memory is bounded: when very many keys are counted, new
/// ones share places, and are refused sooner, never later.
final class RateLimiter {
    private static final int MOST = 100_000;
    private static final int SHARED = 4_096;
    private final Clock clock;
    private final long interval;
    private final long period;
    private final int most;

    /// Until when the attempts of a key are used up, in nanoseconds of the clock.
    private final ConcurrentHashMap<String, Long> usedUntil = new ConcurrentHashMap<>();

    /// @param attempts that may be made in a period
    RateLimiter(Clock clock, int attempts, Duration period) {
        this(clock, attempts, period, MOST);
    }

    RateLimiter(Clock clock, int attempts, Duration period, int most) {
        this.clock = clock;
        this.period = period.toNanos();
        this.interval = this.period / attempts;
        this.most = most;
    }

    /// Takes one attempt. Empty when there was one; otherwise how long until there is.
    Optional<Duration> take(String key) {
        var now = nanos();
        var wait = new long[1];
        usedUntil.compute(place(key, now), (_, until) -> {
            var from = until == null ? now : Math.max(until, now);
            wait[0] = from + interval - now - period;
            return wait[0] > 0 ? until : Long.valueOf(from + interval);
        });
        return wait[0] > 0 ? Optional.of(Duration.ofNanos(wait[0])) : Optional.empty();
    }

    /// Gives an attempt back that was no misuse.
    void giveBack(String key) {
        usedUntil.computeIfPresent(place(key, nanos()), (_, until) -> until - interval);
    }

    int size() {
        return usedUntil.size();
    }

    private String place(String key, long now) {
        if (usedUntil.size() < most || usedUntil.containsKey(key)) {
            return key;
        }
        usedUntil.values().removeIf(until -> until <= now);
        return usedUntil.size() < most ? key : "#" + Math.floorMod(key.hashCode(), SHARED);
    }

    private long nanos() {
        return Duration.between(Instant.EPOCH, clock.instant()).toNanos();
    }
}
