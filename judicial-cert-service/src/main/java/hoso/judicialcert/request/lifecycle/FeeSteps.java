package hoso.judicialcert.request.lifecycle;

import hoso.judicialcert.fee.Fee;
import hoso.judicialcert.law.Deadline;
import hoso.judicialcert.law.DeadlineKind;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.person.OfficerId;
import hoso.judicialcert.request.lifecycle.CertificateRequestEvent.FeePaid;
import hoso.judicialcert.request.lifecycle.CertificateRequestEvent.WaiverDeclined;
import hoso.judicialcert.request.lifecycle.CertificateRequestEvent.WaiverGranted;
import hoso.judicialcert.request.lifecycle.Refusal.OwnRequest;
import hoso.judicialcert.request.lifecycle.Status.Checking;
import hoso.judicialcert.request.lifecycle.Status.FeeDue;
import hoso.judicialcert.request.lifecycle.Status.WaiverReview;
import java.time.Instant;
import java.time.LocalDate;

/// The steps of a request that are about its fee: what an officer decides on a waiver, and the payment.
public final class FeeSteps {
    private final CertificateRequest request;

    FeeSteps(CertificateRequest request) {
        this.request = request;
    }

    /// Until when something that began at a moment has to be done, by the law of the day of receipt.
    @FunctionalInterface
    public interface Counting {
        Deadline due(Instant from, DeadlineKind limit, LocalDate received);
    }

    /// An officer found that less is to be paid, or nothing.
    ///
    /// @param fee what is to be paid now
    /// @param counting by what the time to decide is counted, if nothing is left to be paid
    public Decision grantWaiver(OfficerId officer, String reason, Fee fee, Counting counting, Instant clock) {
        var now = request.moment(clock);
        if (!(request.status() instanceof WaiverReview)) {
            return CertificateRequest.refused(request.notNow());
        }
        if (request.isOwn(officer)) {
            return CertificateRequest.refused(new OwnRequest());
        }
        var newly = fee.isDue() ? request.terms() : begun(counting, now);
        return request.with(newly.with(fee), new WaiverDecision(true, officer, reason, now))
                .became(CertificateRequest.due(fee, now), new WaiverGranted(now, fee.amount()));
    }

    /// An officer found that the fee is to be paid in full.
    public Decision declineWaiver(OfficerId officer, String reason, Instant clock) {
        var now = request.moment(clock);
        if (!(request.status() instanceof WaiverReview)) {
            return CertificateRequest.refused(request.notNow());
        }
        if (request.isOwn(officer)) {
            return CertificateRequest.refused(new OwnRequest());
        }
        return request.with(request.terms(), new WaiverDecision(false, officer, reason, now))
                .became(
                        CertificateRequest.due(request.terms().fee(), now),
                        new WaiverDeclined(now, request.terms().fee().amount()));
    }

    /// The fee has come in, and the agency's time begins: a dossier is complete once it is paid for.
    public Decision pay(long amount, long surplus, Counting counting, Instant clock) {
        var now = request.moment(clock);
        return request.status() instanceof FeeDue
                ? request.with(begun(counting, now), request.waiver())
                        .became(new Checking(now), new FeePaid(now, amount, surplus))
                : CertificateRequest.refused(request.notNow());
    }

    private Terms begun(Counting counting, Instant now) {
        var limit = request.terms().limit();
        return request.terms().with(limit, now, counting.due(now, limit, Law.dayOf(request.receivedAt())));
    }
}
