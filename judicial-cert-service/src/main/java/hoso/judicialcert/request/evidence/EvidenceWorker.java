package hoso.judicialcert.request.evidence;

import hoso.chassis.activity.Active;
import hoso.chassis.work.Worker;
import hoso.chassis.work.Workers;
import hoso.judicialcert.JudicialCertConfig;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;

/// Where files are dropped that nobody attached; one that failed is tried again with the next round.
@ApplicationScoped
class EvidenceWorker {
    private final Worker worker;

    EvidenceWorker(KeepEvidence keep, JudicialCertConfig config, Workers workers) {
        this.worker = workers.worker("evidence", config.work().limitPause(), new Worker.Cases() {
            @Override
            public List<UUID> waiting() {
                return keep.leftAlone();
            }

            @Override
            public boolean take(UUID id) {
                return keep.drop(id);
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
