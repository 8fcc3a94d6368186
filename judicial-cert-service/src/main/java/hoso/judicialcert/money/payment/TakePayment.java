package hoso.judicialcert.money.payment;

import hoso.judicialcert.fee.Account;
import hoso.judicialcert.fee.Account.Settlement;
import hoso.judicialcert.fee.PaymentReference;
import hoso.judicialcert.fee.Transfer;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.money.payment.Payments.Told;
import hoso.judicialcert.person.RequestId;
import hoso.judicialcert.request.lifecycle.CertificateRequest;
import hoso.judicialcert.request.lifecycle.CertificateRequests;
import hoso.judicialcert.request.lifecycle.Decision;
import hoso.judicialcert.request.lifecycle.ReceivedFees;
import hoso.judicialcert.request.lifecycle.Status;
import hoso.judicialcert.request.step.TakeStep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Takes in what the bank tells. A transfer is written down whatever it is: late, twice, too little, too much, for a
/// request that was withdrawn, for none at all.
@ApplicationScoped
public class TakePayment implements ReceivedFees {
    private final CertificateRequests requests;
    private final PaymentRows payments;
    private final TakeStep step;
    private final Law law;
    private final Event<FeeReceived> feeReceived;
    private final Clock clock;

    TakePayment(
            CertificateRequests requests,
            PaymentRows payments,
            TakeStep step,
            Law law,
            Event<FeeReceived> feeReceived,
            Clock clock) {
        this.requests = requests;
        this.payments = payments;
        this.step = step;
        this.law = law;
        this.feeReceived = feeReceived;
        this.clock = clock;
    }

    /// What became of the transfer; empty when it names no request of ours.
    @Transactional
    public Optional<Settlement> take(Transfer transfer, Told toldBy) {
        // The request is held first: two call-backs about one request come one after the other.
        var request = PaymentReference.in(transfer.content()).flatMap(requests::lock);
        if (request.isEmpty()) {
            payments.addStray(transfer, toldBy);
            return Optional.empty();
        }
        return Optional.of(settle(request.get(), transfer, toldBy));
    }

    private Settlement settle(CertificateRequest request, Transfer transfer, Told toldBy) {
        if (isKnown(request, transfer)) {
            payments.direct(transfer);
            return new Settlement.KnownAlready();
        }
        if (request.status() instanceof Status.WaiverReview) {
            payments.add(request, transfer, toldBy, "EARLY", 0);
            requests.touch(request.id());
            return new Settlement.Early();
        }
        var account = new Account(request.terms().fee(), request.awaitsFee(), payments.of(request.id()));
        var settlement = account.take(transfer);
        switch (settlement) {
            case Settlement.KnownAlready _, Settlement.Early _ -> {}
            case Settlement.NotOwed(var surplus) -> {
                payments.add(request, transfer, toldBy, "NOT_OWED", surplus);
                requests.touch(request.id());
            }
            case Settlement.TooLittle _ -> {
                payments.add(request, transfer, toldBy, "TOO_LITTLE", 0);
                requests.touch(request.id());
            }
            case Settlement.Settled(var surplus) -> {
                var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
                var received = request.terms().fee().amount() + surplus;
                payments.add(request, transfer, toldBy, "SETTLED", surplus);
                pay(request, received, surplus, now);
            }
        }
        return settlement;
    }

    /// One transfer never pays twice, not for another request, and not after it was sent back.
    private boolean isKnown(CertificateRequest request, Transfer transfer) {
        return payments.isOfAnother(transfer, request.id())
                || payments.of(request.id()).stream()
                        .anyMatch(known -> known.id().equals(transfer.id()))
                || !payments.callOff(transfer);
    }

    @Override
    @Transactional(Transactional.TxType.SUPPORTS)
    public long received(RequestId request) {
        return payments.received(request);
    }

    @Override
    @Transactional(Transactional.TxType.SUPPORTS)
    public Map<UUID, Long> received(Collection<UUID> requests) {
        return payments.received(requests);
    }

    @Override
    @Transactional(Transactional.TxType.SUPPORTS)
    public long kept(RequestId request) {
        return payments.kept(request);
    }

    @Override
    @Transactional(Transactional.TxType.SUPPORTS)
    public long owedBack(RequestId request) {
        return payments.owedBack(request);
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void oweBack(CertificateRequest request) {
        payments.oweBack(request);
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void settleEarly(CertificateRequest request) {
        var kept = payments.lockKept(request.id());
        var fee = request.terms().fee().amount();
        if (kept == 0) {
            return;
        }
        if (!request.awaitsFee()) {
            payments.settle(request, "NOT_OWED", kept);
        } else if (kept < fee) {
            payments.settle(request, "TOO_LITTLE", 0);
        } else {
            payments.settle(request, "SETTLED", kept - fee);
            pay(request, kept, kept - fee, clock.instant().truncatedTo(ChronoUnit.MICROS));
        }
    }

    private void pay(CertificateRequest request, long received, long surplus, Instant now) {
        if (step.take(request.feeSteps().pay(received, surplus, law::due, now))
                instanceof Decision.Became(var paid, var _)) {
            feeReceived.fire(new FeeReceived(paid, now));
        }
    }
}
