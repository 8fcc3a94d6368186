package hoso.judicialcert.certificate.log;

import hoso.chassis.activity.Active;
import hoso.chassis.work.Worker;
import hoso.chassis.work.Workers;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;

/// Where the log is kept, by one worker per replica.
@ApplicationScoped
class LogWorker {
    /// The worker knows cases; here there is one, the log.
    private static final UUID THE_LOG = new UUID(0, 0);

    private final Worker worker;

    LogWorker(KeepLog keep, LogConfig config, Workers workers) {
        this.worker = workers.worker("issuance-log", config.pause(), new Worker.Cases() {
            @Override
            public List<UUID> waiting() {
                return keep.isWanted() ? List.of(THE_LOG) : List.of();
            }

            @Override
            public boolean take(UUID id) {
                if (!keep.place()) {
                    return false;
                }
                keep.sign();
                return false;
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
