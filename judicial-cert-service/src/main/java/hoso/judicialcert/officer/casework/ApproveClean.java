package hoso.judicialcert.officer.casework;

import hoso.judicialcert.officer.queue.ClaimCase;
import hoso.judicialcert.officer.queue.Officer;
import hoso.judicialcert.officer.queue.OfficerAction;
import hoso.judicialcert.officer.queue.OfficerActions;
import hoso.judicialcert.person.RequestId;
import hoso.judicialcert.request.lifecycle.CertificateRequest;
import hoso.judicialcert.request.lifecycle.CertificateRequests;
import hoso.judicialcert.request.lifecycle.Decision;
import hoso.judicialcert.request.lifecycle.Proposal;
import hoso.judicialcert.request.lifecycle.Refusal;
import hoso.judicialcert.request.lifecycle.Status;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/// Takes one case of a batch further, if there is nothing to think about: the look-up is clean now, or another officer
/// proposed to issue it, attributed nothing, and the register shows nothing since. Sent again it says the same: what
/// is done is done.
@ApplicationScoped
class ApproveClean {
    private static final String CLEAN = "Tra cứu lại: không có án tích, không có người trùng thông tin.";

    private final CertificateRequests requests;
    private final OpenCase open;
    private final DecideRequest decide;
    private final ClaimCase hold;
    private final OfficerActions deeds;

    ApproveClean(
            CertificateRequests requests, OpenCase open, DecideRequest decide, ClaimCase hold, OfficerActions deeds) {
        this.requests = requests;
        this.open = open;
        this.decide = decide;
        this.hold = hold;
        this.deeds = deeds;
    }

    /// What became of a case.
    enum Outcome {
        /// It is to be signed.
        APPROVED,
        /// Another officer has to approve.
        PROPOSED,
        /// This officer did so before.
        DONE_ALREADY,
        /// Somebody has to look at it.
        NOT_CLEAN,
        HELD_BY_OTHER,
        OWN_REQUEST,
        SAME_OFFICER,
        NOT_AT_THIS_STEP,
        NOT_FOUND,
        /// A fault of ours: nothing was changed, send it again.
        TRY_AGAIN
    }

    /// In a transaction of its own.
    @Transactional
    Outcome approve(RequestId id, Officer officer) {
        return requests.lockOfAgency(id, officer.agency())
                .map(request -> approve(request, officer))
                .orElse(Outcome.NOT_FOUND);
    }

    private Outcome approve(CertificateRequest request, Officer officer) {
        if (request.isOwn(officer.id())) {
            return Outcome.OWN_REQUEST;
        }
        return switch (request.status()) {
            case Status.Referred(var _, var why, var _) -> propose(request, why, officer);
            case Status.Approval(var _, var _, var proposal) -> approve(request, proposal, officer);
            case Status _ -> isDoneBy(request, officer) ? Outcome.DONE_ALREADY : Outcome.NOT_AT_THIS_STEP;
        };
    }

    private Outcome propose(CertificateRequest request, Status.Referral why, Officer officer) {
        if (hold.heldByOther(request, officer).isPresent()) {
            return Outcome.HELD_BY_OTHER;
        }
        var opened = open.beside(request);
        return isForTheRegister(why) && opened.isClean()
                ? outcome(decide.propose(opened, officer, Proposal.Verdict.ISSUE, CLEAN, List.of()))
                : Outcome.NOT_CLEAN;
    }

    private Outcome approve(CertificateRequest request, Proposal proposal, Officer officer) {
        if (proposal.officer().equals(officer.id())) {
            return proposal.reason().equals(CLEAN) ? Outcome.DONE_ALREADY : Outcome.SAME_OFFICER;
        }
        // Whoever sends a batch has looked at nothing beside the list: there may be nothing that the first officer did
        // not look at.
        var opened = open.beside(request);
        var needsNoLook = proposal.verdict() == Proposal.Verdict.ISSUE
                && proposal.judgments().isEmpty()
                && opened.own().isEmpty()
                && proposal.seen().containsAll(opened.seen());
        return needsNoLook ? outcome(decide.approve(request, officer)) : Outcome.NOT_CLEAN;
    }

    /// Papers, and what is said to be wrong, are looked at by somebody.
    private static boolean isForTheRegister(Status.Referral why) {
        return switch (why) {
            case ON_RECORD, UNCERTAIN -> true;
            case CORRECTION, PAPERS, NOT_CHECKED, NOT_WRITTEN -> false;
        };
    }

    private boolean isDoneBy(CertificateRequest request, Officer officer) {
        return deeds.of(request).stream()
                .anyMatch(deed -> deed.officer().equals(officer.id())
                        && (deed.kind() == OfficerAction.Kind.APPROVED
                                || deed.kind() == OfficerAction.Kind.PROPOSED
                                || deed.kind() == OfficerAction.Kind.DECIDED));
    }

    private static Outcome outcome(Decision decision) {
        return switch (decision) {
            case Decision.Became(var request, var _) ->
                request.status() instanceof Status.Approval ? Outcome.PROPOSED : Outcome.APPROVED;
            case Decision.Refused(Refusal.HeldByOther _) -> Outcome.HELD_BY_OTHER;
            case Decision.Refused(Refusal.SameOfficer _) -> Outcome.SAME_OFFICER;
            case Decision.Refused(Refusal.OwnRequest _) -> Outcome.OWN_REQUEST;
            case Decision.Refused _ -> Outcome.NOT_AT_THIS_STEP;
        };
    }
}
