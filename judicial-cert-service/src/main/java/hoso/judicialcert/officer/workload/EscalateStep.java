package hoso.judicialcert.officer.workload;

import hoso.chassis.page.Cursor;
import hoso.chassis.page.Page;
import hoso.judicialcert.officer.queue.Officer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Tells supervisors of steps that took too long, each once.
@ApplicationScoped
class EscalateStep {
    private final EscalationRows escalations;
    private final Clock clock;

    EscalateStep(EscalationRows escalations, Clock clock) {
        this.escalations = escalations;
        this.clock = clock;
    }

    @Transactional
    List<UUID> waiting() {
        return escalations.overdue(clock.instant(), 50);
    }

    @Transactional
    boolean escalate(UUID request) {
        return escalations.add(request, clock.instant());
    }

    /// What is still not done, the longest overdue first.
    @Transactional
    Page<Escalation> open(Officer officer, @Nullable Cursor after, int limit) {
        var rows = escalations.open(officer, after, clock.instant(), limit + 1);
        return Page.of(rows, limit, row -> new Cursor(row.dueAt(), row.requestId()));
    }
}
