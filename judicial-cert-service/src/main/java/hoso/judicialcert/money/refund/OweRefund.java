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

    /// One transfer is paid back once. Where a part of it is on its way back already, the rest follows as another
    /// refund.
    ///
    /// @param amount how much of the transfer is owed back in all, in đồng
    /// @param sealedFor whose key seals the payer's account
    /// @param payer null when the bank did not tell: then it waits until it does
    @Transactional(TxType.MANDATORY)
    public void owe(String transaction, @Nullable UUID request, UUID sealedFor, long amount, @Nullable Payer payer) {
        var known = refunds.lock(transaction);
        var rest = amount - known.stream().mapToLong(Refund::amount).sum();
        if (rest > 0) {
            // The bank may yet correct the text of a transfer that belongs to nobody.
            var patience = config.refund().patience();
            refunds.add(
                    transaction,
                    known.size() + 1,
                    request,
                    sealedFor,
                    rest,
                    payer,
                    clock.instant().plus(patience));
        }
    }

    /// The bank told where a transfer came from, later than that it came.
    @Transactional(TxType.MANDATORY)
    public void direct(String transaction, Payer payer) {
        refunds.lock(transaction).stream()
                .filter(refund -> refund.target() == null)
                .forEach(refund -> refunds.direct(refund.id(), payer));
    }

    /// The transfer turned out to be needed after all. False when the money is on its way back already, or back.
    @Transactional(TxType.MANDATORY)
    public boolean callOff(String transaction) {
        var known = refunds.lock(transaction);
        // Once the bank was spoken to, it may have the order.
        var isStillHere =
                known.stream().allMatch(refund -> refund.state() instanceof State.Owed && refund.attempts() == 0);
        if (isStillHere) {
            known.forEach(refund -> refunds.drop(refund.id()));
        }
        return isStillHere;
    }
}
