package hoso.judicialcert.request.step;

import hoso.judicialcert.law.Law;
import hoso.judicialcert.person.RequestId;
import hoso.judicialcert.request.lifecycle.Application;
import hoso.judicialcert.request.lifecycle.TimelineEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;

/// Writes a delivery into the timeline; the last one that was ordered ends the case.
@ApplicationScoped
class NoteDelivery {
    private final CertificateRequestRows requests;
    private final TakeStep step;
    private final Law law;

    NoteDelivery(CertificateRequestRows requests, TakeStep step, Law law) {
        this.requests = requests;
        this.step = step;
        this.law = law;
    }

    @Transactional(TxType.MANDATORY)
    void note(RequestId id, String channel, String state, Instant at) {
        var name = "DELIVERY_" + channel + "_" + state;
        var request = requests.lock(id);
        if (request.isEmpty() || !law.texts().knowsDelivery(name)) {
            return;
        }
        requests.note(id, new TimelineEntry(at, name));
        if (isTheLast(request.get().application(), channel, state)) {
            step.take(request.get().certificateSteps().deliver(at));
        }
    }

    /// Paper is delivered when the carrier says so; a mail, which nobody confirms, when it was sent.
    private static boolean isTheLast(Application application, String channel, String state) {
        return application.post() != null
                ? channel.equals("POST") && state.equals("DELIVERED")
                : channel.equals("EMAIL") && (state.equals("SENT") || state.equals("DELIVERED"));
    }
}
