package hoso.judicialcert.request.lifecycle;

import hoso.judicialcert.law.Deadline;
import hoso.judicialcert.person.Applicant;
import hoso.judicialcert.person.OfficerId;
import hoso.judicialcert.request.lifecycle.CertificateRequestEvent.RequestDeclined;
import hoso.judicialcert.request.lifecycle.CertificateRequestEvent.SupplementGiven;
import hoso.judicialcert.request.lifecycle.Decision.Became;
import hoso.judicialcert.request.lifecycle.Refusal.OwnRequest;
import hoso.judicialcert.request.lifecycle.Refusal.SameOfficer;
import hoso.judicialcert.request.lifecycle.Status.Approval;
import hoso.judicialcert.request.lifecycle.Status.Declined;
import hoso.judicialcert.request.lifecycle.Status.Referred;
import hoso.judicialcert.request.lifecycle.Status.Signing;
import hoso.judicialcert.request.lifecycle.Status.SupplementRequested;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The steps of the officers who look into a request: they ask the citizen for more, set right what a certificate said,
/// and decide.
public final class OfficerSteps {
    private final CertificateRequest request;

    OfficerSteps(CertificateRequest request) {
        this.request = request;
    }

    /// Moves a date by the time between two moments.
    @FunctionalInterface
    public interface Postponing {
        Deadline apply(Deadline due, Instant from, Instant to);
    }

    /// The citizen has to give something before it can go on.
    public Decision requestSupplement(OfficerId officer, String wanted, Instant until, Instant clock) {
        var now = request.moment(clock);
        if (!(request.status() instanceof Referred(var _, var why, var _))) {
            return CertificateRequest.refused(request.notNow());
        }
        return request.isOwn(officer)
                ? CertificateRequest.refused(new OwnRequest())
                : request.became(
                        new SupplementRequested(now, why, officer, wanted, until),
                        new CertificateRequestEvent.SupplementRequested(now, until));
    }

    /// It was given. The agency's time stood still meanwhile.
    ///
    /// @param later moves a date by the time that passed meanwhile
    public Decision supplement(Postponing later, Instant clock) {
        var now = request.moment(clock);
        return request.status() instanceof SupplementRequested(var since, var why, var _, var _, var _)
                ? request.with(request.terms().with(later.apply(request.terms().due(), since, now)), request.waiver())
                        .became(new Referred(now, why), new SupplementGiven(now))
                : CertificateRequest.refused(request.notNow());
    }

    /// An officer sets right what the certificate that is looked into said wrongly about the person. Another one has to
    /// approve what comes of it.
    ///
    /// @param amended the person as the certificate is to name them
    public Decision amend(Applicant amended, OfficerId officer) {
        if (!(request.status() instanceof Referred) || request.application().corrects() == null) {
            return CertificateRequest.refused(request.notNow());
        }
        return request.isOwn(officer)
                ? CertificateRequest.refused(new OwnRequest())
                : new Became(request.with(amended, officer), List.of());
    }

    /// An officer has found what is to become of it. Where two are needed, the other has to approve.
    public Decision propose(Proposal proposal, Instant clock) {
        var now = request.moment(clock);
        if (!(request.status() instanceof Referred(var _, var why, var _))) {
            return CertificateRequest.refused(request.notNow());
        }
        if (request.isOwn(proposal.officer())) {
            return CertificateRequest.refused(new OwnRequest());
        }
        return why.needsTwoOfficers() || request.amendedBy() != null
                ? request.became(new Approval(now, why, proposal))
                : decided(proposal, proposal.officer(), null, now);
    }

    /// Another officer approves what the first one found.
    public Decision approve(OfficerId officer, Instant clock) {
        var now = request.moment(clock);
        if (!(request.status() instanceof Approval(var _, var _, var proposal))) {
            return CertificateRequest.refused(request.notNow());
        }
        if (request.isOwn(officer)) {
            return CertificateRequest.refused(new OwnRequest());
        }
        return officer.equals(proposal.officer()) || officer.equals(request.amendedBy())
                ? CertificateRequest.refused(new SameOfficer())
                : decided(proposal, officer, proposal.officer(), now);
    }

    /// Another officer does not: it goes back to be looked into again.
    public Decision sendBack(OfficerId officer, Instant clock) {
        var now = request.moment(clock);
        if (!(request.status() instanceof Approval(var _, var why, var _))) {
            return CertificateRequest.refused(request.notNow());
        }
        return request.isOwn(officer)
                ? CertificateRequest.refused(new OwnRequest())
                : request.became(new Referred(now, why));
    }

    private Decision decided(Proposal proposal, OfficerId officer, @Nullable OfficerId checker, Instant now) {
        return switch (proposal.verdict()) {
            case ISSUE ->
                request.became(new Signing(
                        now,
                        new Basis.OfficerDecision(
                                officer, checker, proposal.reason(), proposal.judgments(), proposal.seen())));
            case DECLINE -> request.became(new Declined(now, officer, proposal.reason()), new RequestDeclined(now));
        };
    }
}
