package hoso.judicialcert.request.lifecycle;

import hoso.chassis.personal.Sensitive;
import hoso.judicialcert.fee.Fee;
import hoso.judicialcert.law.Capacity;
import hoso.judicialcert.law.Deadline;
import hoso.judicialcert.law.DeadlineKind;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.person.Applicant;
import hoso.judicialcert.person.CertificateId;
import hoso.judicialcert.person.CitizenId;
import hoso.judicialcert.person.OfficerId;
import hoso.judicialcert.person.RequestId;
import hoso.judicialcert.register.matching.Question;
import hoso.judicialcert.request.lifecycle.CertificateRequestEvent.CertificateIssued;
import hoso.judicialcert.request.lifecycle.CertificateRequestEvent.CertificateRequested;
import hoso.judicialcert.request.lifecycle.CertificateRequestEvent.CertificateRevoked;
import hoso.judicialcert.request.lifecycle.CertificateRequestEvent.CertificateSuperseded;
import hoso.judicialcert.request.lifecycle.CertificateRequestEvent.DeadlineMissed;
import hoso.judicialcert.request.lifecycle.CertificateRequestEvent.FeePaid;
import hoso.judicialcert.request.lifecycle.CertificateRequestEvent.RequestAccepted;
import hoso.judicialcert.request.lifecycle.CertificateRequestEvent.RequestDeclined;
import hoso.judicialcert.request.lifecycle.CertificateRequestEvent.RequestReferredToOfficer;
import hoso.judicialcert.request.lifecycle.CertificateRequestEvent.RequestStopped;
import hoso.judicialcert.request.lifecycle.CertificateRequestEvent.RequestWithdrawn;
import hoso.judicialcert.request.lifecycle.CertificateRequestEvent.SupplementGiven;
import hoso.judicialcert.request.lifecycle.CertificateRequestEvent.WaiverDeclined;
import hoso.judicialcert.request.lifecycle.CertificateRequestEvent.WaiverGranted;
import hoso.judicialcert.request.lifecycle.Decision.Became;
import hoso.judicialcert.request.lifecycle.Decision.Refused;
import hoso.judicialcert.request.lifecycle.Refusal.AlreadyDecided;
import hoso.judicialcert.request.lifecycle.Refusal.NotAtThisStep;
import hoso.judicialcert.request.lifecycle.Refusal.OwnRequest;
import hoso.judicialcert.request.lifecycle.Refusal.SameOfficer;
import hoso.judicialcert.request.lifecycle.Refusal.TooLateToWithdraw;
import hoso.judicialcert.request.lifecycle.Status.Accepted;
import hoso.judicialcert.request.lifecycle.Status.Approval;
import hoso.judicialcert.request.lifecycle.Status.Checking;
import hoso.judicialcert.request.lifecycle.Status.Declined;
import hoso.judicialcert.request.lifecycle.Status.Delivered;
import hoso.judicialcert.request.lifecycle.Status.FeeDue;
import hoso.judicialcert.request.lifecycle.Status.Issued;
import hoso.judicialcert.request.lifecycle.Status.Phase;
import hoso.judicialcert.request.lifecycle.Status.Referral;
import hoso.judicialcert.request.lifecycle.Status.Referred;
import hoso.judicialcert.request.lifecycle.Status.Revoked;
import hoso.judicialcert.request.lifecycle.Status.Signing;
import hoso.judicialcert.request.lifecycle.Status.StopReason;
import hoso.judicialcert.request.lifecycle.Status.Stopped;
import hoso.judicialcert.request.lifecycle.Status.Superseded;
import hoso.judicialcert.request.lifecycle.Status.SupplementRequested;
import hoso.judicialcert.request.lifecycle.Status.WaiverReview;
import hoso.judicialcert.request.lifecycle.Status.Withdrawn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A request for a judicial record certificate. It is submitted; an officer decides on a waiver if one is asked for; it
/// waits for its fee if one is due, is checked and accepted, and the register is asked: clean, it is signed and issued
/// by itself; otherwise an officer finds out, may ask the citizen for more, and proposes what to do, and where a record
/// exists another officer approves. It can be withdrawn until it is decided. A certificate that was issued may later be
/// replaced by a corrected one, or recalled. What the request costs and until when it is due was decided by the law of
/// the day it was received.
///
/// @param subject whom the certificate is about
/// @param requester who asks
/// @param waiver what was decided on a waiver; null where none was asked for, or it is not decided yet
/// @param amendedBy the officer who set right what a certificate said about the person; null where nobody did
/// @param sequence how many facts about this request were told to others: the sequence of its events
public record CertificateRequest(
        RequestId id,
        CitizenId subject,
        Requester requester,
        DossierCode dossierCode,
        Applicant applicant,
        Application application,
        Terms terms,
        @Nullable WaiverDecision waiver,
        Instant receivedAt,
        Status status,
        @Nullable OfficerId amendedBy,
        long sequence)
        implements Sensitive {

    /// A request that everything is in order with; who may ask is decided by [Eligibility].
    public static Became submit(
            RequestId id,
            CitizenId subject,
            Requester requester,
            DossierCode code,
            Applicant applicant,
            Application application,
            Terms terms,
            Instant now) {
        var status = application.waiver() == null ? due(terms.fee(), now) : new WaiverReview(now);
        return new CertificateRequest(
                        id, subject, requester, code, applicant, application, terms, null, now, status, null, 0)
                .became(status, new CertificateRequested(now));
    }

    /// Proceedings are not told to the one they are about: of what a procedure agency asks for they see nothing.
    public boolean isWithheld() {
        return requester.capacity() == Capacity.PROCEDURE_AGENCY;
    }

    /// When a step is taken that the clock says is taken at that moment: never before the step ahead of it. Instances'
    /// clocks differ, and one may be set back; the order of the steps is that of their transactions.
    public Instant moment(Instant clock) {
        return clock.isBefore(status.since()) ? status.since() : clock;
    }

    /// Whom to tell what becomes of it: who asked, or where an organisation did, whom it is about; nobody where it is
    /// withheld.
    public CitizenId addressee() {
        if (isWithheld()) {
            return CitizenId.NOBODY;
        }
        return requester.citizen() == null ? subject : requester.citizen();
    }

    /// An officer found that less is to be paid, or nothing.
    ///
    /// @param fee what is to be paid now
    /// @param counting by what the time to decide is counted, if nothing is left to be paid
    public Decision grantWaiver(OfficerId officer, String reason, Fee fee, Counting counting, Instant clock) {
        var now = moment(clock);
        if (!(status instanceof WaiverReview)) {
            return refused(notNow());
        }
        if (isOwn(officer)) {
            return refused(new OwnRequest());
        }
        var newly = fee.isDue() ? terms : begun(counting, now);
        return with(newly.with(fee), new WaiverDecision(true, officer, reason, now))
                .became(due(fee, now), new WaiverGranted(now, fee.amount()));
    }

    /// An officer found that the fee is to be paid in full.
    public Decision declineWaiver(OfficerId officer, String reason, Instant clock) {
        var now = moment(clock);
        if (!(status instanceof WaiverReview)) {
            return refused(notNow());
        }
        if (isOwn(officer)) {
            return refused(new OwnRequest());
        }
        return with(terms, new WaiverDecision(false, officer, reason, now))
                .became(
                        due(terms.fee(), now),
                        new WaiverDeclined(now, terms.fee().amount()));
    }

    /// The fee has come in, and the agency's time begins: a dossier is complete once it is paid for.
    public Decision pay(long amount, long surplus, Counting counting, Instant clock) {
        var now = moment(clock);
        return status instanceof FeeDue
                ? with(begun(counting, now), waiver).became(new Checking(now), new FeePaid(now, amount, surplus))
                : refused(notNow());
    }

    private Terms begun(Counting counting, Instant now) {
        return terms.with(terms.limit(), now, counting.due(now, terms.limit(), Law.dayOf(receivedAt)));
    }

    /// Until when something that began at a moment has to be done, by the law of the day of receipt.
    @FunctionalInterface
    public interface Counting {
        Deadline due(Instant from, DeadlineKind limit, LocalDate received);
    }

    /// The dossier is complete.
    public Decision accept(Instant clock) {
        var now = moment(clock);
        return status instanceof Checking ? became(new Accepted(now), new RequestAccepted(now)) : refused(notNow());
    }

    /// The register is clean.
    public Decision clear(Instant clock) {
        var now = moment(clock);
        return status instanceof Accepted ? became(new Signing(now, new Basis.CleanRegister())) : refused(notNow());
    }

    /// The register is not clean, or shows more when the signature is due than was decided upon, or there are papers to
    /// be seen.
    ///
    /// @param limit the one it is under now
    /// @param due when it is expected to be decided now
    public Decision refer(Referral why, DeadlineKind limit, Deadline due, Instant clock) {
        var now = moment(clock);
        return status instanceof Accepted || status instanceof Signing
                ? with(terms.with(limit, terms.from(), due), waiver)
                        .became(new Referred(now, why), new RequestReferredToOfficer(now))
                : refused(notNow());
    }

    /// What the system should have done failed again and again: an officer sees to it, within the same time.
    ///
    /// @param hindrance kinds of fault and places in the program
    public Decision giveBack(Referral why, String hindrance, Instant clock) {
        var now = moment(clock);
        var isWaiting = status instanceof Checking || status instanceof Accepted || status instanceof Signing;
        return isWaiting
                ? became(new Referred(now, why, hindrance), new RequestReferredToOfficer(now))
                : refused(notNow());
    }

    /// The citizen has to give something before it can go on.
    public Decision requestSupplement(OfficerId officer, String wanted, Instant until, Instant clock) {
        var now = moment(clock);
        if (!(status instanceof Referred(var _, var why, var _))) {
            return refused(notNow());
        }
        return isOwn(officer)
                ? refused(new OwnRequest())
                : became(
                        new SupplementRequested(now, why, officer, wanted, until),
                        new CertificateRequestEvent.SupplementRequested(now, until));
    }

    /// It was given. The agency's time stood still meanwhile.
    ///
    /// @param later moves a date by the time that passed meanwhile
    public Decision supplement(Postponing later, Instant clock) {
        var now = moment(clock);
        return status instanceof SupplementRequested(var since, var why, var _, var _, var _)
                ? with(terms.with(later.apply(terms.due(), since, now)), waiver)
                        .became(new Referred(now, why), new SupplementGiven(now))
                : refused(notNow());
    }

    /// Moves a date by the time between two moments.
    @FunctionalInterface
    public interface Postponing {
        Deadline apply(Deadline due, Instant from, Instant to);
    }

    /// An officer sets right what the certificate that is looked into said wrongly about the person. Another one has to
    /// approve what comes of it.
    ///
    /// @param amended the person as the certificate is to name them
    public Decision amend(Applicant amended, OfficerId officer) {
        if (!(status instanceof Referred) || application.corrects() == null) {
            return refused(notNow());
        }
        return isOwn(officer)
                ? refused(new OwnRequest())
                : new Became(
                        new CertificateRequest(
                                id,
                                subject,
                                requester,
                                dossierCode,
                                amended,
                                application,
                                terms,
                                waiver,
                                receivedAt,
                                status,
                                officer,
                                sequence),
                        List.of());
    }

    /// An officer has found what is to become of it. Where two are needed, the other has to approve.
    public Decision propose(Proposal proposal, Instant clock) {
        var now = moment(clock);
        if (!(status instanceof Referred(var _, var why, var _))) {
            return refused(notNow());
        }
        if (isOwn(proposal.officer())) {
            return refused(new OwnRequest());
        }
        return why.needsTwoOfficers() || amendedBy != null
                ? became(new Approval(now, why, proposal))
                : decided(proposal, proposal.officer(), null, now);
    }

    /// Another officer approves what the first one found.
    public Decision approve(OfficerId officer, Instant clock) {
        var now = moment(clock);
        if (!(status instanceof Approval(var _, var _, var proposal))) {
            return refused(notNow());
        }
        if (isOwn(officer)) {
            return refused(new OwnRequest());
        }
        return officer.equals(proposal.officer()) || officer.equals(amendedBy)
                ? refused(new SameOfficer())
                : decided(proposal, officer, proposal.officer(), now);
    }

    /// Another officer does not: it goes back to be looked into again.
    public Decision sendBack(OfficerId officer, Instant clock) {
        var now = moment(clock);
        if (!(status instanceof Approval(var _, var why, var _))) {
            return refused(notNow());
        }
        return isOwn(officer) ? refused(new OwnRequest()) : became(new Referred(now, why));
    }

    /// The signed document is stored.
    public Decision issue(CertificateId certificate, String digest, Instant clock) {
        var now = moment(clock);
        return status instanceof Signing
                ? became(new Issued(now, certificate), new CertificateIssued(now, certificate, digest))
                : refused(notNow());
    }

    /// The last delivery that was ordered has arrived.
    public Decision deliver(Instant clock) {
        var now = moment(clock);
        return status instanceof Issued(var _, var certificate)
                ? became(new Delivered(now, certificate))
                : refused(notNow());
    }

    /// A corrected certificate was issued in place of this one.
    public Decision supersede(CertificateId successor, Instant clock) {
        var now = moment(clock);
        return issued().map(certificate -> (Decision) became(
                        new Superseded(now, certificate, successor),
                        new CertificateSuperseded(now, certificate, successor)))
                .orElseGet(() -> refused(notNow()));
    }

    /// The certificate is recalled.
    public Decision revoke(String reason, Instant clock) {
        var now = moment(clock);
        return issued().map(certificate -> (Decision)
                        became(new Revoked(now, certificate, reason), new CertificateRevoked(now, certificate, reason)))
                .orElseGet(() -> refused(notNow()));
    }

    /// Whoever asked does not want it any more.
    public Decision withdraw(long refund, Instant clock) {
        var now = moment(clock);
        return switch (status.phase()) {
            case OPEN -> became(new Withdrawn(now), new RequestWithdrawn(now, refund));
            case SIGNING, ISSUED -> refused(new TooLateToWithdraw(status));
            case ENDED -> refused(new AlreadyDecided(status));
        };
    }

    /// What the register is asked for this request.
    public Question question(LocalDate day) {
        return new Question(applicant.person(), application.kind(), application.banInformation(), day);
    }

    /// What it waited for did not come in time.
    public Decision stop(StopReason reason, Instant clock) {
        var now = moment(clock);
        var waits = switch (reason) {
            case FEE_NOT_PAID -> status instanceof FeeDue;
            case SUPPLEMENT_NOT_GIVEN -> status instanceof SupplementRequested;
        };
        return waits ? became(new Stopped(now, reason), new RequestStopped(now, reason)) : refused(notNow());
    }

    /// The agency is late: it apologises, and names a new date. Each date is missed once.
    public Decision missDeadline(Deadline newly, Instant clock) {
        var now = moment(clock);
        return isLate(now)
                ? with(terms.with(newly), waiver).became(status, new DeadlineMissed(now, newly.at()))
                : refused(notNow());
    }

    /// Whether the agency should have decided by now. While it waits for the citizen it is not late.
    public boolean isLate(Instant now) {
        var isWaited = status instanceof FeeDue || status instanceof SupplementRequested;
        var isUndecided = status.phase() == Phase.OPEN || status.phase() == Phase.SIGNING;
        return isUndecided && !isWaited && terms.due().at().isBefore(now);
    }

    /// Whether money is still waited for, or may be.
    public boolean awaitsFee() {
        return status instanceof FeeDue;
    }

    /// Whether the fee has not come in, and may still be due: what came in so far is kept, and owed back if it ends so.
    public boolean isUnpaid() {
        return status instanceof FeeDue || status instanceof WaiverReview;
    }

    private Decision decided(Proposal proposal, OfficerId officer, @Nullable OfficerId checker, Instant now) {
        return switch (proposal.verdict()) {
            case ISSUE ->
                became(new Signing(
                        now,
                        new Basis.OfficerDecision(
                                officer, checker, proposal.reason(), proposal.judgments(), proposal.seen())));
            case DECLINE -> became(new Declined(now, officer, proposal.reason()), new RequestDeclined(now));
        };
    }

    private Optional<CertificateId> issued() {
        return status.phase() == Phase.ISSUED ? status.certificateIfIssued() : Optional.empty();
    }

    /// Whether it is about the officer, or was asked for by them.
    public boolean isOwn(OfficerId officer) {
        return officer.is(subject) || (requester.citizen() != null && officer.is(requester.citizen()));
    }

    /// Whether a citizen may hand on the certificate that came of it: the one it is about, or the parent or guardian
    /// who asked, as long as the one it is about is under age. Whoever else asked in somebody's name only reads it.
    public boolean mayHandOn(CitizenId citizen, Instant now) {
        if (citizen.equals(subject)) {
            return !isWithheld();
        }
        return citizen.equals(requester.citizen())
                && switch (requester.capacity()) {
                    case PARENT, GUARDIAN -> applicant.isUnderAge(now);
                    case SELF, RELATIVE, AUTHORISED, AGENCY, PROCEDURE_AGENCY -> false;
                };
    }

    private static Status due(Fee fee, Instant now) {
        return fee.isDue() ? new FeeDue(now) : new Checking(now);
    }

    private Refusal notNow() {
        return switch (status.phase()) {
            case OPEN -> new NotAtThisStep(status);
            case SIGNING, ISSUED, ENDED -> new AlreadyDecided(status);
        };
    }

    private CertificateRequest with(Terms other, @Nullable WaiverDecision decided) {
        return new CertificateRequest(
                id,
                subject,
                requester,
                dossierCode,
                applicant,
                application,
                other,
                decided,
                receivedAt,
                status,
                amendedBy,
                sequence);
    }

    private Became became(Status next, CertificateRequestEvent... events) {
        var request = new CertificateRequest(
                id,
                subject,
                requester,
                dossierCode,
                applicant,
                application,
                terms,
                waiver,
                receivedAt,
                next,
                amendedBy,
                sequence + events.length);
        return new Became(request, List.of(events));
    }

    private static Decision refused(Refusal refusal) {
        return new Refused(refusal);
    }

    @Override
    public String toString() {
        return "CertificateRequest[" + id + " " + status.name() + "]";
    }
}
