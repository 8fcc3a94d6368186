package hoso.check.fuzz;

import java.util.List;
import java.util.SplittableRandom;

/// Chance that repeats: the same seed and number make the same request.
final class Chance {
    private static final long STRIDE = 0x9E3779B97F4A7C15L;
    private final SplittableRandom random;

    private Chance(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /// The chance of the request with this number in the run with this seed.
    static Chance of(long seed, long number) {
        return new Chance(seed * 1_000_003 + number * STRIDE);
    }

    /// Whether something happens that happens in so many of a hundred cases.
    boolean percent(int cases) {
        return random.nextInt(100) < cases;
    }

    /// 0 to `bound - 1`.
    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    byte[] bytes(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
