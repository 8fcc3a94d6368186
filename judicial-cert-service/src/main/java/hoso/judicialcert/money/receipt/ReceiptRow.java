package hoso.judicialcert.money.receipt;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A receipt as it lies in its table.
@Entity
@Table(name = "receipt")
class ReceiptRow {
    @Id
    UUID id;

    @Column(name = "request_id")
    UUID requestId;

    @Column
    String agency;

    @Column
    LocalDate day;

    @Column
    long serial;

    @Column(name = "issued_at")
    Instant issuedAt;

    /// Sealed: what it says.
    @Column
    byte[] content;

    /// Sealed: the same, signed; null until somebody asked for it.
    @Column
    byte @Nullable [] statement;
}
