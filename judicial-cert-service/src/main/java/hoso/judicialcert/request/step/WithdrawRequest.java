package hoso.judicialcert.request.step;

import hoso.judicialcert.person.CitizenId;
import hoso.judicialcert.person.RequestId;
import hoso.judicialcert.request.lifecycle.Decision;
import hoso.judicialcert.request.lifecycle.ReceivedFees;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Lets a citizen withdraw their own request.
@ApplicationScoped
public class WithdrawRequest {
    private final CertificateRequestRows requests;
    private final WithdrawalTerms terms;
    private final ReceivedFees fees;
    private final TakeStep step;
    private final Clock clock;

    WithdrawRequest(
            CertificateRequestRows requests, WithdrawalTerms terms, ReceivedFees fees, TakeStep step, Clock clock) {
        this.requests = requests;
        this.terms = terms;
        this.fees = fees;
        this.step = step;
        this.clock = clock;
    }

    /// Empty when the citizen has no such request.
    @Transactional
    public Optional<Decision> withdraw(RequestId id, CitizenId caller) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return requests.lock(id, caller).map(request -> {
            var money = terms.now(request);
            var decision = step.take(request.withdraw(money.refund(), money.kept(), now));
            if (money.refund() > 0 && decision instanceof Decision.Became) {
                fees.oweBack(request);
            }
            return decision;
        });
    }
}
