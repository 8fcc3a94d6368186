package hoso.judicialcert.request.step;

import hoso.chassis.activity.Active;
import hoso.chassis.work.Worker;
import hoso.chassis.work.Workers;
import hoso.judicialcert.JudicialCertConfig;
import hoso.judicialcert.person.RequestId;
import hoso.judicialcert.request.lifecycle.Reached;
import hoso.judicialcert.request.lifecycle.Status;
import hoso.judicialcert.request.lifecycle.Status.Checking;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.List;
import java.util.UUID;

/// Where requests are checked, one after the other.
@ApplicationScoped
class CheckingWorker {
    private final Worker worker;

    CheckingWorker(CheckRequest check, GiveBack back, JudicialCertConfig config, Workers workers) {
        this.worker = workers.worker("checking", config.work().pause(), new Worker.Cases() {
            @Override
            public List<UUID> waiting() {
                return check.waiting();
            }

            @Override
            public boolean take(UUID id) {
                return check.check(new RequestId(id));
            }

            @Override
            public void putOff(UUID id) {
                check.putOff(new RequestId(id));
            }

            @Override
            public boolean giveUp(UUID id, Throwable fault) {
                return back.give(new RequestId(id), Status.Referral.NOT_CHECKED, fault);
            }
        });
    }

    void open(@Observes Active active) {
        worker.start();
    }

    void close(@Observes ShutdownEvent end) {
        worker.end();
    }

    void hear(@Observes(during = TransactionPhase.AFTER_SUCCESS) Reached reached) {
        if (reached.status() instanceof Checking) {
            worker.wake();
        }
    }
}
