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
    private final ReceivedFees fees;
    private final TakeStep step;
    private final Clock clock;

    WithdrawRequest(CertificateRequestRows requests, ReceivedFees fees, TakeStep step, Clock clock) {
        this.requests = requests;
        this.fees = fees;
        this.step = step;
        this.clock = clock;
    }

    /// Empty when the citizen has no such request.
    @Transactional
    public Optional<Decision> withdraw(RequestId id, CitizenId caller) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return requests.lock(id, caller).map(request -> {
            var isUnpaid = request.isUnpaid();
            var refund = isUnpaid ? fees.received(request.id()) : 0;
            var decision = step.take(request.withdraw(refund, now));
            // A part that came in of a fee that was never complete.
            if (isUnpaid && decision instanceof Decision.Became) {
                fees.oweBack(request);
            }
            return decision;
        });
    }
}
