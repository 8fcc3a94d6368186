package hoso.judicialcert.certificate;

import hoso.chassis.activity.Active;
import hoso.judicialcert.JudicialCertConfig;
import hoso.judicialcert.request.Reached;
import hoso.judicialcert.request.RequestId;
import hoso.judicialcert.request.Status.Signing;
import hoso.judicialcert.work.Worker;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.List;
import java.util.UUID;

/// Where certificates are signed, one after the other.
@ApplicationScoped
class SigningDesk {
    private final Worker worker;

    SigningDesk(IssueCertificate issue, JudicialCertConfig config) {
        this.worker = new Worker("signing", config.work().pause(), new Worker.Cases() {
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
            worker.tell();
        }
    }
}
