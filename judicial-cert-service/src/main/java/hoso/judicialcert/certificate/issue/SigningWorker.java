package hoso.judicialcert.certificate.issue;

import hoso.chassis.activity.Active;
import hoso.chassis.problem.Faults;
import hoso.chassis.work.Worker;
import hoso.chassis.work.Workers;
import hoso.judicialcert.JudicialCertConfig;
import hoso.judicialcert.certificate.signing.SigningAway;
import hoso.judicialcert.person.RequestId;
import hoso.judicialcert.request.lifecycle.Reached;
import hoso.judicialcert.request.lifecycle.Status;
import hoso.judicialcert.request.lifecycle.Status.Signing;
import hoso.judicialcert.request.step.GiveBack;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.List;
import java.util.UUID;

/// Where certificates are signed, one after the other.
@ApplicationScoped
class SigningWorker {
    private final Worker worker;

    SigningWorker(IssueCertificate issue, GiveBack back, JudicialCertConfig config, Workers workers) {
        this.worker = workers.worker("signing", config.work().pause(), new Worker.Cases() {
            @Override
            public List<UUID> waiting() {
                return issue.waiting();
            }

            @Override
            public boolean take(UUID id) {
                return issue.issue(new RequestId(id));
            }

            @Override
            public void putOff(UUID id) {
                issue.putOff(new RequestId(id));
            }

            // While nothing can be signed at all, no officer can help.
            @Override
            public boolean giveUp(UUID id, Throwable fault) {
                return !Faults.has(fault, SigningAway.class)
                        && back.give(new RequestId(id), Status.Referral.NOT_WRITTEN, fault);
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
        if (reached.status() instanceof Signing) {
            worker.wake();
        }
    }
}
