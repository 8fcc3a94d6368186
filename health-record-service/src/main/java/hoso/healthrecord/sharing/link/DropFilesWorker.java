package hoso.healthrecord.sharing.link;

import hoso.chassis.activity.Active;
import hoso.chassis.work.Worker;
import hoso.chassis.work.Workers;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/// What a link could show does not outlive it for long.
@ApplicationScoped
class DropFilesWorker {
    private static final Duration PAUSE = Duration.ofMinutes(5);
    private final Worker worker;

    DropFilesWorker(DropFiles drop, Workers workers) {
        this.worker = workers.worker("share-files", PAUSE, new Worker.Cases() {
            @Override
            public List<UUID> waiting() {
                return drop.waiting();
            }

            @Override
            public boolean take(UUID id) {
                return drop.drop(id);
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
