package hoso.judicialcert.officer.casework;

import hoso.judicialcert.officer.queue.ClaimCase;
import hoso.judicialcert.officer.queue.Officer;
import hoso.judicialcert.person.RequestId;
import hoso.judicialcert.request.lifecycle.CertificateRequest;
import hoso.judicialcert.request.lifecycle.CertificateRequests;
import hoso.judicialcert.request.lifecycle.Decision;
import hoso.judicialcert.request.lifecycle.Decision.Became;
import hoso.judicialcert.request.lifecycle.Decision.Refused;
import hoso.judicialcert.request.lifecycle.Status;
import hoso.judicialcert.request.step.DecideWaiver;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/// Lets an officer who has claimed a case of their agency decide on its waiver.
@ApplicationScoped
class WeighWaiver {
    private final CertificateRequests requests;
    private final DecideWaiver decide;
    private final ClaimCase hold;

    WeighWaiver(CertificateRequests requests, DecideWaiver decide, ClaimCase hold) {
        this.requests = requests;
        this.decide = decide;
        this.hold = hold;
    }

    /// Empty when the agency has no such case.
    ///
    /// @param reason the citizen reads it
    @Transactional
    Optional<Decision> decide(RequestId id, Officer officer, boolean isGranted, String reason) {
        return requests.lockOfAgency(id, officer.agency()).map(request -> decide(request, officer, isGranted, reason));
    }

    private Decision decide(CertificateRequest request, Officer officer, boolean isGranted, String reason) {
        if (request.status() instanceof Status.WaiverReview && !request.isOwn(officer.id())) {
            var hindrance = hold.hindrance(request, officer);
            if (hindrance.isPresent()) {
                return new Refused(hindrance.get());
            }
        }
        var decision = decide.decide(request, officer.id(), isGranted, reason);
        if (decision instanceof Became) {
            hold.end(request.id());
        }
        return decision;
    }
}
