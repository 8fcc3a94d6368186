package hoso.judicialcert.money.refund;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A refund as it lies in its table.
@Entity
@Table(name = "refund")
class RefundRow {
    @Id
    UUID id;

    @Column(name = "transaction_id")
    String transactionId;

    /// 1 for the first of a transfer, 2 for what was owed back of it later.
    @Column
    int part;

    @Column(name = "request_id")
    @Nullable
    UUID requestId;

    @Column
    long amount;

    /// Sealed: the payer's account.
    @Column
    byte @Nullable [] target;

    @Column(name = "sealed_for")
    UUID sealedFor;

    @Column
    String status;

    @Column
    Instant since;

    /// When it is looked at next; null when it is over.
    @Column(name = "next_at")
    @Nullable
    Instant nextAt;

    /// The bank's number of the transfer back, or why it refused.
    @Column
    @Nullable
    String outcome;

    @Column
    int attempts;

    @Column(name = "owed_at")
    Instant owedAt;
}
