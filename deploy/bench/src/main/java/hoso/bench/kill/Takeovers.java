package hoso.bench.kill;

import java.time.Duration;
import java.util.List;
import java.util.NavigableSet;

/// How long nothing was told after the death of the relaying replica: from the kill to the first record its
/// successor wrote. Both times are of one machine's clock, in milliseconds.
final class Takeovers {
    /// A server that was killed less than this before may still be starting.
    static final Duration SETTLED = Duration.ofSeconds(10);

    private Takeovers() {}

    /// A kill that happened.
    ///
    /// @param goneAtMillis when the process was gone: what it still told before is not its successor's
    /// @param isOrderly for a relaying replica: whether another one stood by
    record Death(long atMillis, long goneAtMillis, Target target, boolean isOrderly) {}

    /// Milliseconds of each take-over in which nothing else was away: only the replica, and no later kill
    /// got in between.
    static double[] clean(List<Death> deaths, NavigableSet<Long> toldAt) {
        return deaths.stream()
                .filter(death -> death.target() == Target.RELAYING && death.isOrderly())
                .filter(death -> toldAt.higher(death.goneAtMillis()) != null)
                .filter(death -> deaths.stream().noneMatch(other -> disturbs(other, death, end(death, toldAt))))
                .mapToDouble(death -> end(death, toldAt) - death.atMillis())
                .toArray();
    }

    private static long end(Death death, NavigableSet<Long> toldAt) {
        var first = toldAt.higher(death.goneAtMillis());
        return first == null ? Long.MAX_VALUE : first;
    }

    private static boolean disturbs(Death other, Death death, long end) {
        var isServer = other.target() == Target.KAFKA || other.target() == Target.POSTGRES;
        var isBefore = other.atMillis() <= death.atMillis();
        if (isBefore) {
            return isServer && death.atMillis() - other.atMillis() < SETTLED.toMillis();
        }
        return other.target() != Target.CONSUMER && other.atMillis() < end;
    }
}
