package hoso.judicialcert.request.lifecycle;

import hoso.chassis.personal.Sensitive;
import hoso.judicialcert.fee.Fee;
import hoso.judicialcert.law.Capacity;
import hoso.judicialcert.law.Deadline;
import hoso.judicialcert.law.DeadlineKind;
import hoso.judicialcert.person.Applicant;
import hoso.judicialcert.person.CitizenId;
import hoso.judicialcert.person.OfficerId;
import hoso.judicialcert.person.RequestId;
import hoso.judicialcert.register.matching.Question;
import hoso.judicialcert.request.lifecycle.CertificateRequestEvent.CertificateRequested;
import hoso.judicialcert.request.lifecycle.CertificateRequestEvent.DeadlineMissed;
import hoso.judicialcert.request.lifecycle.CertificateRequestEvent.RequestAccepted;
import hoso.judicialcert.request.lifecycle.CertificateRequestEvent.RequestReferredToOfficer;
import hoso.judicialcert.request.lifecycle.CertificateRequestEvent.RequestStopped;
import hoso.judicialcert.request.lifecycle.CertificateRequestEvent.RequestWithdrawn;
import hoso.judicialcert.request.lifecycle.Decision.Became;
import hoso.judicialcert.request.lifecycle.Decision.Refused;
import hoso.judicialcert.request.lifecycle.Refusal.AlreadyDecided;
import hoso.judicialcert.request.lifecycle.Refusal.NotAtThisStep;
import hoso.judicialcert.request.lifecycle.Refusal.TooLateToWithdraw;
import hoso.judicialcert.request.lifecycle.Status.Accepted;
import hoso.judicialcert.request.lifecycle.Status.Checking;
import hoso.judicialcert.request.lifecycle.Status.FeeDue;
import hoso.judicialcert.request.lifecycle.Status.Phase;
import hoso.judicialcert.request.lifecycle.Status.Referral;
import hoso.judicialcert.request.lifecycle.Status.Referred;
import hoso.judicialcert.request.lifecycle.Status.Signing;
import hoso.judicialcert.request.lifecycle.Status.StopReason;
import hoso.judicialcert.request.lifecycle.Status.Stopped;
import hoso.judicialcert.request.lifecycle.Status.SupplementRequested;
import hoso.judicialcert.request.lifecycle.Status.WaiverReview;
import hoso.judicialcert.request.lifecycle.Status.Withdrawn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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

    /// The steps that are about the fee.
    public FeeSteps feeSteps() {
        return new FeeSteps(this);
    }

    /// The steps of the officers who look into it.
    public OfficerSteps officerSteps() {
        return new OfficerSteps(this);
    }

    /// The steps of the certificate that comes of it.
    public CertificateSteps certificateSteps() {
        return new CertificateSteps(this);
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

    /// Whoever asked does not want it any more.
    ///
    /// @param refund đồng that are owed back
    /// @param kept đồng that are not
    public Decision withdraw(long refund, long kept, Instant clock) {
        var now = moment(clock);
        return switch (status.phase()) {
            case OPEN -> became(new Withdrawn(now), new RequestWithdrawn(now, refund, kept));
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

    static Status due(Fee fee, Instant now) {
        return fee.isDue() ? new FeeDue(now) : new Checking(now);
    }

    Refusal notNow() {
        return switch (status.phase()) {
            case OPEN -> new NotAtThisStep(status);
            case SIGNING, ISSUED, ENDED -> new AlreadyDecided(status);
        };
    }

    CertificateRequest with(Terms other, @Nullable WaiverDecision decided) {
        return with(applicant, other, decided, status, amendedBy, sequence);
    }

    CertificateRequest with(Applicant amended, OfficerId officer) {
        return with(amended, terms, waiver, status, officer, sequence);
    }

    Became became(Status next, CertificateRequestEvent... events) {
        return new Became(with(applicant, terms, waiver, next, amendedBy, sequence + events.length), List.of(events));
    }

    private CertificateRequest with(
            Applicant who,
            Terms under,
            @Nullable WaiverDecision decided,
            Status next,
            @Nullable OfficerId amending,
            long number) {
        return new CertificateRequest(
                id,
                subject,
                requester,
                dossierCode,
                who,
                application,
                under,
                decided,
                receivedAt,
                next,
                amending,
                number);
    }

    static Decision refused(Refusal refusal) {
        return new Refused(refusal);
    }

    @Override
    public String toString() {
        return "CertificateRequest[" + id + " " + status.name() + "]";
    }
}
