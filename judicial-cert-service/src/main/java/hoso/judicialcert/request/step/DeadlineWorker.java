package hoso.judicialcert.request.step;

import hoso.chassis.activity.Active;
import hoso.chassis.work.Worker;
import hoso.chassis.work.Workers;
import hoso.judicialcert.JudicialCertConfig;
import hoso.judicialcert.person.RequestId;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;

/// Where cases are looked at whose limit has passed.
@ApplicationScoped
class DeadlineWorker {
    private final Worker worker;

    DeadlineWorker(KeepDeadline keep, JudicialCertConfig config, Workers workers) {
        this.worker = workers.worker("limits", config.work().limitPause(), new Worker.Cases() {
            @Override
            public List<UUID> waiting() {
                return keep.waiting();
            }

            @Override
            public boolean take(UUID id) {
                return keep.keep(new RequestId(id));
            }

            @Override
            public void putOff(UUID id) {
                keep.putOff(new RequestId(id));
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
