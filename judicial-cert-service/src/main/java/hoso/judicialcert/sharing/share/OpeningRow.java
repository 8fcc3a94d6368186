package hoso.judicialcert.sharing.share;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One use of a share as it lies in its table.
@Entity
@Table(name = "share_opening")
class OpeningRow {
    @Id
    UUID id;

    @Column(name = "share_id")
    UUID shareId;

    /// The opener's `Idempotency-Key`.
    @Column
    String key;

    @Column
    Instant at;

    /// Sealed: what the opener says of themselves.
    @Column
    byte[] content;

    @Column(name = "ticket_mark")
    byte[] ticketMark;

    @Column(name = "ticket_until")
    Instant ticketUntil;

    @Column(name = "document_at")
    @Nullable
    Instant documentAt;
}
