package hoso.judicialcert.verification.bulk;

import hoso.chassis.activity.Active;
import hoso.chassis.work.Worker;
import hoso.chassis.work.Workers;
import hoso.judicialcert.JudicialCertConfig;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/// Where jobs are worked off, the oldest first, each a piece at a time, and dropped when they have expired.
@ApplicationScoped
class VerificationWorker {
    private final Worker worker;

    VerificationWorker(
            VerifyInBulk bulk, VerificationJobRows jobs, Clock clock, JudicialCertConfig config, Workers workers) {
        this.worker = workers.worker("verifying", config.work().pause(), new Worker.Cases() {
            @Override
            public List<UUID> waiting() {
                bulk.dropExpired();
                return jobs.waiting(clock.instant());
            }

            @Override
            public boolean take(UUID id) {
                return bulk.goOn(id);
            }

            @Override
            public void putOff(UUID id) {
                jobs.putOff(id, clock.instant().plus(config.work().retry()));
            }
        });
    }

    void open(@Observes Active active) {
        worker.start();
    }

    void close(@Observes ShutdownEvent end) {
        worker.end();
    }

    /// A job was taken in.
    void wake() {
        worker.wake();
    }
}
