package hoso.bench.certificate;

import java.lang.management.ManagementFactory;

/// Processor time of the calling thread for one piece of work after another.
final class OwnTime {
    private OwnTime() {}

    /// Work that may fail.
    interface Work {
        void of(int number) throws Exception;
    }

    /// Pieces of work a second of processor time, measured after a warm-up.
    static double perSecond(int warmup, int pieces, Work work) throws Exception {
        for (var number = 0; number < warmup; number++) {
            work.of(number);
        }
        var threads = ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadCpuTime();
        for (var number = 0; number < pieces; number++) {
            work.of(warmup + number);
        }
        return pieces / ((threads.getCurrentThreadCpuTime() - before) / 1e9);
    }
}
