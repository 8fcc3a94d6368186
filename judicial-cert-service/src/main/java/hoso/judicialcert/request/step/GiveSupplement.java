package hoso.judicialcert.request.step;

import hoso.judicialcert.law.Law;
import hoso.judicialcert.person.CitizenId;
import hoso.judicialcert.person.RequestId;
import hoso.judicialcert.request.evidence.AttachEvidence;
import hoso.judicialcert.request.evidence.Evidence.Use;
import hoso.judicialcert.request.evidence.Owner;
import hoso.judicialcert.request.lifecycle.CertificateRequest;
import hoso.judicialcert.request.lifecycle.Decision;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Takes in what an officer asked for. The case goes on, and what the agency had left of its time begins to run again.
@ApplicationScoped
public class GiveSupplement {
    private final CertificateRequestRows requests;
    private final SupplementRows supplements;
    private final AttachEvidence attach;
    private final TakeStep step;
    private final Law law;
    private final Clock clock;

    GiveSupplement(
            CertificateRequestRows requests,
            SupplementRows supplements,
            AttachEvidence attach,
            TakeStep step,
            Law law,
            Clock clock) {
        this.requests = requests;
        this.supplements = supplements;
        this.attach = attach;
        this.step = step;
        this.law = law;
        this.clock = clock;
    }

    /// From whoever asked, in the app. Empty when it is not theirs.
    @Transactional
    public Optional<Decision> give(RequestId id, CitizenId caller, String text, List<UUID> files) {
        return requests.lock(id, caller).map(request -> give(request, Owner.citizen(caller.value()), text, files));
    }

    /// Through the organisation that filed. Empty when it did not.
    @Transactional
    public Optional<Decision> give(RequestId id, String organisation, String text, List<UUID> files) {
        return requests.lock(id, organisation)
                .map(request -> give(request, Owner.organisation(organisation), text, files));
    }

    private Decision give(CertificateRequest request, Owner owner, String text, List<UUID> files) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var decision = step.take(request.officerSteps().supplement(law::later, now));
        if (decision instanceof Decision.Became) {
            attach.attach(owner, request.id().value(), request.subject().value(), Use.SUPPLEMENT, files, "/evidence");
            supplements.add(request, now, text);
        }
        return decision;
    }
}
