package hoso.judicialcert.request.step;

import hoso.judicialcert.JudicialCertConfig;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.person.RequestId;
import hoso.judicialcert.register.matching.Finding;
import hoso.judicialcert.register.matching.Register;
import hoso.judicialcert.request.lifecycle.CertificateRequest;
import hoso.judicialcert.request.lifecycle.CertificateRequests;
import hoso.judicialcert.request.lifecycle.Decision;
import hoso.judicialcert.request.lifecycle.Decision.Became;
import hoso.judicialcert.request.lifecycle.Decision.Refused;
import hoso.judicialcert.request.lifecycle.Status.Referral;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Accepts a paid request and asks the register: clean, it goes on to be signed; anything else is for an officer.
@ApplicationScoped
class CheckRequest {
    static final List<String> STATUSES = List.of("CHECKING", "ACCEPTED");

    private final CertificateRequests requests;
    private final Register register;
    private final ReferRequest refer;
    private final Law law;
    private final TakeStep step;
    private final Clock clock;
    private final JudicialCertConfig config;

    CheckRequest(
            CertificateRequests requests,
            Register register,
            ReferRequest refer,
            Law law,
            TakeStep step,
            Clock clock,
            JudicialCertConfig config) {
        this.requests = requests;
        this.register = register;
        this.refer = refer;
        this.law = law;
        this.step = step;
        this.clock = clock;
        this.config = config;
    }

    /// Passed over when another worker has it, or it is not to be checked any more.
    @Transactional
    boolean check(RequestId id) {
        var taken = requests.take(id, STATUSES);
        taken.ifPresent(request -> lookUp(accepted(request)));
        return taken.isPresent();
    }

    @Transactional
    void putOff(RequestId id) {
        requests.putOff(id, clock.instant().plus(config.work().retry()));
    }

    @Transactional
    List<java.util.UUID> waiting() {
        return requests.waiting(STATUSES, 50);
    }

    /// Clean: what is left to be seen are papers, and what is said to be wrong.
    private Decision clean(CertificateRequest request, Instant now) {
        if (request.application().corrects() != null) {
            return refer.refer(request, Referral.CORRECTION, now);
        }
        return needsPapers(request) ? refer.refer(request, Referral.PAPERS, now) : request.clear(now);
    }

    private boolean needsPapers(CertificateRequest request) {
        var receivedAt = request.receivedAt();
        return law.entitlement(
                        request.requester().capacity(), request.applicant().ageAt(receivedAt), Law.dayOf(receivedAt))
                .filter(rule -> rule.papers().contains(request.application().channel()))
                .isPresent();
    }

    private CertificateRequest accepted(CertificateRequest request) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return switch (step.take(request.accept(now))) {
            case Became(var accepted, var _) -> accepted;
            // It was accepted before, and only the look-up is left.
            case Refused _ -> request;
        };
    }

    private void lookUp(CertificateRequest request) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var finding = register.find(request.question(Law.dayOf(now)));
        step.take(
                switch (finding) {
                    case Finding.Clean() -> clean(request, now);
                    case Finding.OnRecord _ -> refer.refer(request, Referral.ON_RECORD, now);
                    case Finding.Uncertain _ -> refer.refer(request, Referral.UNCERTAIN, now);
                });
    }
}
