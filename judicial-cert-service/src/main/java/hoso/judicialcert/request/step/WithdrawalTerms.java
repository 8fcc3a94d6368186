package hoso.judicialcert.request.step;

import hoso.judicialcert.law.FeeRule;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.request.lifecycle.CertificateRequest;
import hoso.judicialcert.request.lifecycle.OfficerWork;
import hoso.judicialcert.request.lifecycle.ReceivedFees;
import hoso.judicialcert.request.lifecycle.Status;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;

/// What a withdrawal means for the fee: paid back or kept, by `withdrawals.csv` of the day of receipt.
@ApplicationScoped
class WithdrawalTerms {
    private final ReceivedFees fees;
    private final OfficerWork work;
    private final Law law;

    WithdrawalTerms(ReceivedFees fees, OfficerWork work, Law law) {
        this.fees = fees;
        this.work = work;
        this.law = law;
    }

    /// What becomes of the money, in đồng: the sum of both is what came in and is not on its way back already.
    record Split(long refund, long kept) {}

    /// If it were withdrawn now.
    Split now(CertificateRequest request) {
        var received = fees.kept(request.id());
        return rule(request, isBegun(request)).refunded() ? new Split(received, 0) : new Split(0, received);
    }

    /// What whoever asked is told; empty where nothing was paid, and where it can no longer be withdrawn and was not.
    Optional<RequestAnswer.Withdrawal> told(CertificateRequest request, long received, Locale language) {
        if (received == 0) {
            return Optional.empty();
        }
        if (request.status() instanceof Status.Withdrawn) {
            var refund = fees.owedBack(request.id());
            return Optional.of(new RequestAnswer.Withdrawal(
                    refund, rule(request, refund == 0).after().in(language)));
        }
        if (request.status().phase() != Status.Phase.OPEN) {
            return Optional.empty();
        }
        var split = now(request);
        return Optional.of(new RequestAnswer.Withdrawal(
                split.refund(), rule(request, split.refund() == 0).before().in(language)));
    }

    /// A fee that is not complete was paid for no work.
    private boolean isBegun(CertificateRequest request) {
        return !request.isUnpaid() && work.hasBegun(request);
    }

    private FeeRule.Withdrawal rule(CertificateRequest request, boolean begun) {
        return law.withdrawal(begun, Law.dayOf(request.receivedAt()));
    }
}
