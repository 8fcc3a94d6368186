package hoso.judicialcert.money.refund;

import hoso.chassis.activity.Active;
import hoso.chassis.work.Worker;
import hoso.chassis.work.Workers;
import hoso.judicialcert.JudicialCertConfig;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;

/// Where money is paid back, one transfer after the other; one that failed was written down as ordered before
/// anything could fail, and comes up again when its lease is over.
@ApplicationScoped
class RefundWorker {
    private final Worker worker;

    RefundWorker(PayBack pay, JudicialCertConfig config, Workers workers) {
        this.worker = workers.worker("refunds", config.work().pause(), new Worker.Cases() {
            @Override
            public List<UUID> waiting() {
                return pay.waiting();
            }

            @Override
            public boolean take(UUID id) {
                return pay.pay(id);
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
