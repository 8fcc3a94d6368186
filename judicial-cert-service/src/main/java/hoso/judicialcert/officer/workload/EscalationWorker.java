package hoso.judicialcert.officer.workload;

import hoso.chassis.activity.Active;
import hoso.chassis.work.Worker;
import hoso.chassis.work.Workers;
import hoso.judicialcert.JudicialCertConfig;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;

/// Where steps are found that took too long; one that failed is overdue at the next look as well.
@ApplicationScoped
class EscalationWorker {
    private final Worker worker;

    EscalationWorker(EscalateStep escalate, JudicialCertConfig config, Workers workers) {
        this.worker = workers.worker("escalations", config.work().limitPause(), new Worker.Cases() {
            @Override
            public List<UUID> waiting() {
                return escalate.waiting();
            }

            @Override
            public boolean take(UUID id) {
                return escalate.escalate(id);
            }
        });
    }

    void open(@Observes Active active) {
        worker.start();
    }

    void close(@Observes ShutdownEvent end) {
        worker.end();
    }
}
