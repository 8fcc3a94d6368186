package hoso.judicialcert.request;

import hoso.judicialcert.fee.Account;
import hoso.judicialcert.fee.Account.Settlement;
import hoso.judicialcert.fee.PaymentReference;
import hoso.judicialcert.fee.Transfer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Takes in what the bank tells. A transfer is written down whatever it is: late, twice, too little, too much, for a
/// request that was withdrawn, for none at all.
@ApplicationScoped
class TakePayment {
    private final CertificateRequestRows requests;
    private final PaymentRows payments;
    private final TakeStep step;
    private final Clock clock;

    TakePayment(CertificateRequestRows requests, PaymentRows payments, TakeStep step, Clock clock) {
        this.requests = requests;
        this.payments = payments;
        this.step = step;
        this.clock = clock;
    }

    /// What became of the transfer; empty when it names no request of ours.
    @Transactional
    Optional<Settlement> take(Transfer transfer) {
        // The request is held first: two call-backs about one request come one after the other.
        var request = PaymentReference.in(transfer.content()).flatMap(requests::hold);
        if (request.isEmpty()) {
            payments.addStray(transfer);
            return Optional.empty();
        }
        return Optional.of(settle(request.get(), transfer));
    }

    private Settlement settle(CertificateRequest request, Transfer transfer) {
        if (payments.isOfAnother(transfer, request.id())) {
            return new Settlement.KnownAlready();
        }
        var account = new Account(request.terms().fee(), request.awaitsFee(), payments.of(request.id()));
        var settlement = account.take(transfer);
        switch (settlement) {
            case Settlement.KnownAlready _ -> {}
            case Settlement.NotOwed(var surplus) -> payments.add(request, transfer, "NOT_OWED", surplus);
            case Settlement.TooLittle _ -> {
                payments.add(request, transfer, "TOO_LITTLE", 0);
                requests.touch(request.id());
            }
            case Settlement.Settled(var surplus) -> {
                var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
                var received = request.terms().fee().amount() + surplus;
                payments.add(request, transfer, "SETTLED", surplus);
                step.take(request.pay(received, surplus, now));
            }
        }
        return settlement;
    }
}
