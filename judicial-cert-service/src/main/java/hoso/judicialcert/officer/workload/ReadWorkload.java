package hoso.judicialcert.officer.workload;

import hoso.judicialcert.officer.queue.Officer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;

/// Counts what there is to do at an agency; of officers, only the one who asks.
@ApplicationScoped
class ReadWorkload {
    private static final Duration SPAN = Duration.ofDays(30);

    private final WorkloadRows workload;
    private final Clock clock;

    ReadWorkload(WorkloadRows workload, Clock clock) {
        this.workload = workload;
        this.clock = clock;
    }

    @Transactional
    Workload of(Officer officer) {
        var now = clock.instant();
        return workload.of(officer, now.minus(SPAN), now);
    }
}
