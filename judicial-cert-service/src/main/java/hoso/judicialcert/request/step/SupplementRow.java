package hoso.judicialcert.request.step;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/// A supplement as it lies in its table.
@Entity
@Table(name = "supplement")
class SupplementRow {
    @Id
    UUID id;

    @Column(name = "request_id")
    UUID requestId;

    @Column(name = "given_at")
    Instant givenAt;

    /// Sealed.
    @Column
    byte[] text;
}
