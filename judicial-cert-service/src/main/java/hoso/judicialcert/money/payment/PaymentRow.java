package hoso.judicialcert.money.payment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A transfer as it lies in its table.
@Entity
@Table(name = "payment")
class PaymentRow {
    @Id
    @Column(name = "transaction_id")
    String transactionId;

    @Column(name = "request_id")
    @Nullable
    UUID requestId;

    @Column
    long amount;

    @Column
    long surplus;

    @Column
    String outcome;

    /// Sealed: the text of a transfer often names the payer.
    @Column
    byte[] content;

    @Column(name = "paid_at")
    Instant paidAt;

    @Column(name = "told_at")
    Instant toldAt;

    /// By what the bank told of it first.
    @Column(name = "told_by")
    String toldBy;

    /// Sealed: where it came from.
    @Column
    byte @Nullable [] payer;
}
