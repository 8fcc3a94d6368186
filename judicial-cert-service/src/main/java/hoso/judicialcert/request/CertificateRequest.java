package hoso.judicialcert.request;

import static hoso.judicialcert.request.Status.Accepted;
import static hoso.judicialcert.request.Status.Checking;
import static hoso.judicialcert.request.Status.Declined;
import static hoso.judicialcert.request.Status.Delivered;
import static hoso.judicialcert.request.Status.FeeDue;
import static hoso.judicialcert.request.Status.Issued;
import static hoso.judicialcert.request.Status.Referred;
import static hoso.judicialcert.request.Status.Signing;
import static hoso.judicialcert.request.Status.Withdrawn;

import hoso.chassis.personal.Hidden;
import hoso.judicialcert.register.Question;
import hoso.judicialcert.request.CertificateRequestEvent.CertificateIssued;
import hoso.judicialcert.request.CertificateRequestEvent.CertificateRequested;
import hoso.judicialcert.request.CertificateRequestEvent.FeePaid;
import hoso.judicialcert.request.CertificateRequestEvent.RequestAccepted;
import hoso.judicialcert.request.CertificateRequestEvent.RequestDeclined;
import hoso.judicialcert.request.CertificateRequestEvent.RequestReferredToOfficer;
import hoso.judicialcert.request.CertificateRequestEvent.RequestWithdrawn;
import hoso.judicialcert.request.Decision.Became;
import hoso.judicialcert.request.Decision.Refused;
import hoso.judicialcert.request.Refusal.AlreadyDecided;
import hoso.judicialcert.request.Refusal.NotAtThisStep;
import hoso.judicialcert.request.Refusal.OwnRequest;
import hoso.judicialcert.request.Refusal.TooLateToWithdraw;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// A citizen's request for a judicial record certificate. It is submitted, waits for its fee if one is due, is checked
/// and accepted, and the register is asked: clean, it is signed and issued by itself; otherwise an officer decides.
/// It can be withdrawn until it is signed. What it costs and until when it is due was decided by the law of the day it
/// was received and stays so.
///
/// @param told how many facts about this request were told to others: the sequence of its events
public record CertificateRequest(
        RequestId id,
        CitizenId subject,
        DossierCode dossierCode,
        Applicant applicant,
        Application application,
        Terms terms,
        Instant receivedAt,
        Status status,
        long told)
        implements Hidden {

    /// A request that everything is in order with; who may ask is decided by [Eligibility].
    static Became submit(
            RequestId id,
            CitizenId subject,
            DossierCode code,
            Applicant applicant,
            Application application,
            Terms terms,
            Instant now) {
        var status = terms.fee().isDue() ? new FeeDue(now) : new Checking(now);
        return new CertificateRequest(id, subject, code, applicant, application, terms, now, status, 0)
                .became(status, new CertificateRequested(now));
    }

    /// The fee has come in.
    Decision pay(long amount, long surplus, Instant now) {
        return switch (status) {
            case FeeDue _ -> became(new Checking(now), new FeePaid(now, amount, surplus));
            case Checking _, Accepted _, Referred _, Signing _, Issued _, Delivered _, Declined _, Withdrawn _ ->
                refused(new NotAtThisStep(status));
        };
    }

    /// The dossier is complete.
    Decision accept(Instant now) {
        return switch (status) {
            case Checking _ -> became(new Accepted(now), new RequestAccepted(now));
            case FeeDue _, Accepted _, Referred _, Signing _, Issued _, Delivered _, Declined _, Withdrawn _ ->
                refused(new NotAtThisStep(status));
        };
    }

    /// The register is clean.
    Decision clear(Instant now) {
        return switch (status) {
            case Accepted _ -> became(new Signing(now, new Basis.CleanRegister()));
            case FeeDue _, Checking _, Referred _, Signing _, Issued _, Delivered _, Declined _, Withdrawn _ ->
                refused(new NotAtThisStep(status));
        };
    }

    /// The register is not clean, or is no longer when the signature is due.
    public Decision refer(Status.Referral why, Instant now) {
        return switch (status) {
            case Accepted _ -> became(new Referred(now, why), new RequestReferredToOfficer(now));
            case Signing(var _, Basis.CleanRegister _) ->
                became(new Referred(now, why), new RequestReferredToOfficer(now));
            case Signing(var _, Basis.OfficerDecision _) -> refused(new AlreadyDecided(status));
            case FeeDue _, Checking _, Referred _, Issued _, Delivered _, Declined _, Withdrawn _ ->
                refused(new NotAtThisStep(status));
        };
    }

    /// An officer found that the certificate is to be issued.
    ///
    /// @param judgments those of other numbers that the officer found to be the applicant's
    public Decision approve(OfficerId officer, String reason, List<UUID> judgments, Instant now) {
        return decide(officer, became(new Signing(now, new Basis.OfficerDecision(officer, reason, judgments))));
    }

    /// An officer found that it is not.
    public Decision decline(OfficerId officer, String reason, Instant now) {
        return decide(officer, became(new Declined(now, officer, reason), new RequestDeclined(now)));
    }

    /// The signed document is stored.
    public Decision issue(CertificateId certificate, String digest, Instant now) {
        return switch (status) {
            case Signing _ -> became(new Issued(now, certificate), new CertificateIssued(now, certificate, digest));
            case Issued _, Delivered _, Declined _, Withdrawn _ -> refused(new AlreadyDecided(status));
            case FeeDue _, Checking _, Accepted _, Referred _ -> refused(new NotAtThisStep(status));
        };
    }

    /// The last delivery that was ordered has arrived.
    Decision deliver(Instant now) {
        return switch (status) {
            case Issued(var _, var certificate) -> became(new Delivered(now, certificate));
            case FeeDue _, Checking _, Accepted _, Referred _, Signing _, Delivered _, Declined _, Withdrawn _ ->
                refused(new NotAtThisStep(status));
        };
    }

    /// The citizen does not want it any more.
    Decision withdraw(Instant now) {
        return switch (status) {
            case FeeDue _, Checking _, Accepted _, Referred _ -> became(new Withdrawn(now), new RequestWithdrawn(now));
            case Signing _, Issued _, Delivered _ -> refused(new TooLateToWithdraw(status));
            case Declined _, Withdrawn _ -> refused(new AlreadyDecided(status));
        };
    }

    /// What the register is asked for this request.
    public Question question(LocalDate day) {
        return new Question(applicant.person(), application.kind(), application.banInformation(), day);
    }

    /// Whether money is still waited for.
    boolean awaitsFee() {
        return status instanceof FeeDue;
    }

    private Decision decide(OfficerId officer, Became decided) {
        return switch (status) {
            case Referred _ -> officer.is(subject) ? refused(new OwnRequest()) : decided;
            case Signing _, Issued _, Delivered _, Declined _, Withdrawn _ -> refused(new AlreadyDecided(status));
            case FeeDue _, Checking _, Accepted _ -> refused(new NotAtThisStep(status));
        };
    }

    private Became became(Status next, CertificateRequestEvent... events) {
        var request = new CertificateRequest(
                id, subject, dossierCode, applicant, application, terms, receivedAt, next, told + events.length);
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
