package hoso.bench.report;

import java.util.Arrays;

/// Measured values, asked for by rank. Each percentile is a value that was really measured, never one
/// between two.
public final class Spread {
    private final double[] sorted;

    private Spread(double[] sorted) {
        this.sorted = sorted;
    }

    public static Spread of(double... values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return new Spread(sorted);
    }

    public int count() {
        return sorted.length;
    }

    /// The smallest value that `percent` per cent of all do not exceed (nearest rank); not a number when
    /// there is none.
    public double percentile(double percent) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        var rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[Math.clamp(rank - 1, 0, sorted.length - 1)];
    }

    /// All of them, in order.
    public double[] values() {
        return sorted.clone();
    }

    public double most() {
        return percentile(100);
    }
}
