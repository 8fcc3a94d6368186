package hoso.judicialcert.money.refund;

import hoso.judicialcert.JudicialCertConfig;
import hoso.judicialcert.fee.Payer;
import hoso.judicialcert.money.refund.Refund.State;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Notes that money of a transfer is owed back, in the transaction that finds it so.
@ApplicationScoped
public class OweRefund {
    private final RefundRows refunds;
    private final Clock clock;
    private final JudicialCertConfig config;

    OweRefund(RefundRows refunds, Clock clock, JudicialCertConfig config) {
        this.refunds = refunds;
        this.clock = clock;
        this.config = config;
    }

    /// One transfer is paid back once; what is known of it already stays.
    ///
    /// @param sealedFor whose key seals the payer's account
    /// @param payer null when the bank did not tell: then it waits until it does
    @Transactional(TxType.MANDATORY)
    public void owe(String transaction, @Nullable UUID request, UUID sealedFor, long amount, @Nullable Payer payer) {
        if (amount > 0 && refunds.lock(transaction).isEmpty()) {
            // The bank may yet correct the text of a transfer that belongs to nobody.
            var patience = config.refund().patience();
            refunds.add(
                    transaction,
                    request,
                    sealedFor,
                    amount,
                    payer,
                    clock.instant().plus(patience));
        }
    }

    /// The bank told where a transfer came from, later than that it came.
    @Transactional(TxType.MANDATORY)
    public void direct(String transaction, Payer payer) {
        refunds.lock(transaction)
                .filter(refund -> refund.target() == null)
                .ifPresent(refund -> refunds.direct(refund.id(), payer));
    }

    /// The transfer turned out to be needed after all. False when the money is on its way back already, or back.
    @Transactional(TxType.MANDATORY)
    public boolean callOff(String transaction) {
        var known = refunds.lock(transaction);
        if (known.isEmpty()) {
            return true;
        }
        var refund = known.get();
        // Once the bank was spoken to, it may have the order.
        var isStillHere = refund.state() instanceof State.Owed && refund.attempts() == 0;
        if (isStillHere) {
            refunds.drop(refund.id());
        }
        return isStillHere;
    }
}
