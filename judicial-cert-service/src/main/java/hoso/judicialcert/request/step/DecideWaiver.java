package hoso.judicialcert.request.step;

import hoso.judicialcert.fee.Fee;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.person.OfficerId;
import hoso.judicialcert.request.lifecycle.CertificateRequest;
import hoso.judicialcert.request.lifecycle.Decision;
import hoso.judicialcert.request.lifecycle.ReceivedFees;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Lets an officer decide whether less is to be paid: how much less, the law of the day of receipt says.
@ApplicationScoped
public class DecideWaiver {
    private final ReceivedFees fees;
    private final TakeStep step;
    private final Law law;
    private final Clock clock;

    DecideWaiver(ReceivedFees fees, TakeStep step, Law law, Clock clock) {
        this.fees = fees;
        this.step = step;
        this.law = law;
        this.clock = clock;
    }

    /// Decides on the waiver of a request that is held.
    ///
    /// @param reason the citizen reads it
    @Transactional(TxType.MANDATORY)
    public Decision decide(CertificateRequest request, OfficerId officer, boolean isGranted, String reason) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var decision = step.take(
                isGranted
                        ? request.feeSteps().grantWaiver(officer, reason, lowered(request), law::due, now)
                        : request.feeSteps().declineWaiver(officer, reason, now));
        if (decision instanceof Decision.Became(var decided, var _)) {
            fees.settleEarly(decided);
        }
        return decision;
    }

    private Fee lowered(CertificateRequest request) {
        var claim = request.application().waiver();
        var received = Law.dayOf(request.receivedAt());
        return Optional.ofNullable(claim)
                .flatMap(made -> law.waiver(made.waiverClass(), received))
                .flatMap(waiver -> Fee.of(
                        law,
                        request.application().channel(),
                        waiver.category(),
                        request.application().paperCopies(),
                        received))
                .orElse(request.terms().fee());
    }
}
