package hoso.judicialcert.certificate.issue;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.Supplier;

/// Counts the processor time that documents take to be written and signed: `judicial_cert_signing_cpu_seconds_total`.
@Singleton
final class CpuTimer {
    private static final double NANOS = 1e9;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Counter seconds;

    CpuTimer(MeterRegistry meters) {
        this.seconds = Counter.builder("judicial.cert.signing.cpu.seconds")
                .description("Processor time spent on writing and signing certificates")
                .register(meters);
    }

    /// Does the work on this thread.
    <T> T of(Supplier<T> work) {
        var before = threads.getCurrentThreadCpuTime();
        try {
            return work.get();
        } finally {
            seconds.increment((threads.getCurrentThreadCpuTime() - before) / NANOS);
        }
    }
}
