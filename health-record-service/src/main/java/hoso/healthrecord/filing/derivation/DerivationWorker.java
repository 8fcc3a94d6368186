package hoso.healthrecord.filing.derivation;

import hoso.chassis.activity.Active;
import hoso.chassis.work.Worker;
import hoso.chassis.work.Workers;
import hoso.healthrecord.document.DerivationRules;
import hoso.healthrecord.filing.derivation.DeriveAgain.Step;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;

/// Goes through the stored visits once after the rules have changed. It rests after each step, which holds it to the
/// speed that is set.
@ApplicationScoped
class DerivationWorker implements Worker.Cases {
    private static final UUID STEP = new UUID(0, 1);

    private final DeriveAgain derive;
    private final DerivationConfig config;
    private final Worker worker;
    private volatile boolean ended;

    DerivationWorker(DeriveAgain derive, DerivationConfig config, Workers workers) {
        this.derive = derive;
        this.config = config;
        this.worker = workers.worker(DeriveAgain.WORKER, config.pause(), this);
    }

    void start(@Observes Active active) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent event) {
        worker.end();
    }

    @Override
    public List<UUID> waiting() {
        return ended ? List.of() : List.of(STEP);
    }

    @Override
    public boolean take(UUID id) {
        ended = derive.step(DerivationRules.VERSION, config.atOnce()) == Step.ENDED;
        return false;
    }
}
