package hoso.healthrecord.access.journal;

import hoso.chassis.activity.Active;
import hoso.chassis.work.Worker;
import hoso.chassis.work.Workers;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/// Works off the chains that grew.
@ApplicationScoped
class JournalHeadWorker implements Worker.Cases {
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final TellJournalHead tellJournalHead;
    private final Worker worker;

    JournalHeadWorker(TellJournalHead tellJournalHead, Workers workers) {
        this.tellJournalHead = tellJournalHead;
        this.worker = workers.worker("journal-heads", PAUSE, this);
    }

    void start(@Observes Active active) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent event) {
        worker.end();
    }

    @Override
    public List<UUID> waiting() {
        return tellJournalHead.waiting();
    }

    @Override
    public boolean take(UUID record) {
        return tellJournalHead.tell(record);
    }
}
