package hoso.judicialcert.officer.casework;

import hoso.judicialcert.certificate.issue.Certificates;
import hoso.judicialcert.certificate.issue.RegisterFingerprints;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.officer.certificate.WrittenOrder;
import hoso.judicialcert.officer.queue.ClaimCase;
import hoso.judicialcert.officer.queue.Officer;
import hoso.judicialcert.officer.queue.OfficerAction;
import hoso.judicialcert.officer.queue.OfficerActions;
import hoso.judicialcert.person.RequestId;
import hoso.judicialcert.register.matching.Register;
import hoso.judicialcert.request.lifecycle.CertificateRequest;
import hoso.judicialcert.request.lifecycle.CertificateRequests;
import hoso.judicialcert.request.lifecycle.Decision;
import hoso.judicialcert.request.lifecycle.Decision.Became;
import hoso.judicialcert.request.lifecycle.Decision.Refused;
import hoso.judicialcert.request.step.TakeStep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Lets an officer set right what a certificate said wrongly about its holder (Law 28/2009 Art. 50; Decree 216/2026
/// Art.
/// 18: with a basis and a trace). The one who approves is another officer.
@ApplicationScoped
class AmendCase {
    private final CertificateRequests requests;
    private final Certificates certificates;
    private final RegisterFingerprints marks;
    private final Register register;
    private final ClaimCase hold;
    private final TakeStep step;
    private final OfficerActions deeds;
    private final Clock clock;

    AmendCase(
            CertificateRequests requests,
            Certificates certificates,
            RegisterFingerprints marks,
            Register register,
            ClaimCase hold,
            TakeStep step,
            OfficerActions deeds,
            Clock clock) {
        this.requests = requests;
        this.certificates = certificates;
        this.marks = marks;
        this.register = register;
        this.hold = hold;
        this.step = step;
        this.deeds = deeds;
        this.clock = clock;
    }

    /// Empty when the agency has no such case.
    ///
    /// @param source the document that says how it is
    @Transactional
    Optional<Decision> amend(RequestId id, Officer officer, Amendment amendment, WrittenOrder source) {
        return requests.lockOfAgency(id, officer.agency()).map(request -> {
            var decision = request.officerSteps().amend(amendment.of(request.applicant()), officer.id());
            if (decision instanceof Refused) {
                return decision;
            }
            var hindrance = hold.hindrance(request, officer);
            if (hindrance.isPresent()) {
                return new Refused(hindrance.get());
            }
            var taken = step.take(decision);
            if (taken instanceof Became(var amended, var _)) {
                var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
                var text = amendment.text() + "\n" + source.text();
                deeds.add(
                        amended,
                        new OfficerAction(
                                OfficerAction.Kind.AMENDED, officer.id(), now, OfficerAction.Content.of(text)));
            }
            return taken;
        });
    }

    /// Whether a certificate in place of the wrong one would say the same. One from before the register's answers were
    /// kept is not compared.
    @Transactional(TxType.MANDATORY)
    boolean changesNothing(CertificateRequest request) {
        var wrong = request.application().corrects();
        if (wrong == null || !marks.areKept(wrong)) {
            return false;
        }
        var original = certificates.find(wrong).flatMap(found -> requests.find(found.request()));
        var finding = register.find(request.question(Law.dayOf(clock.instant())));
        return original.filter(one -> request.applicant().isNamedLike(one.applicant()))
                        .isPresent()
                && marks.areStill(wrong, finding);
    }
}
