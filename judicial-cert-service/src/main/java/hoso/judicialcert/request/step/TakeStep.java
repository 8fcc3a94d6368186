package hoso.judicialcert.request.step;

import hoso.chassis.event.Outbox;
import hoso.judicialcert.request.lifecycle.Decision;
import hoso.judicialcert.request.lifecycle.Decision.Became;
import hoso.judicialcert.request.lifecycle.Decision.Refused;
import hoso.judicialcert.request.lifecycle.Reached;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/// Makes a decision true: the row, the citizen's timeline and the facts for others, in the transaction at hand.
@ApplicationScoped
public class TakeStep {
    private final CertificateRequestRows requests;
    private final Outbox outbox;
    private final Event<Reached> reached;

    TakeStep(CertificateRequestRows requests, Outbox outbox, Event<Reached> reached) {
        this.requests = requests;
        this.outbox = outbox;
        this.reached = reached;
    }

    /// Takes the step, unless it was refused.
    @Transactional(TxType.MANDATORY)
    public Decision take(Decision decision) {
        return switch (decision) {
            case Refused refused -> refused;
            case Became became -> {
                requests.save(became.request(), became.events());
                publish(became);
                yield became;
            }
        };
    }

    /// The first step: the request comes into being.
    @Transactional(TxType.MANDATORY)
    public void begin(Became submitted) {
        requests.add(submitted.request());
        publish(submitted);
    }

    private void publish(Became became) {
        var request = became.request();
        var sequence = request.sequence() - became.events().size();
        for (var event : became.events()) {
            sequence++;
            CertificateRequestEvents.of(request, event, sequence).forEach(outbox::append);
        }
        reached.fire(new Reached(request.status()));
    }
}
