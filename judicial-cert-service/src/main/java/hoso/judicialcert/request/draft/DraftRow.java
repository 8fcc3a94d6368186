package hoso.judicialcert.request.draft;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/// A draft as it lies in its table.
@Entity
@Table(name = "certificate_request_draft")
class DraftRow {
    @Id
    UUID id;

    @Column
    UUID citizen;

    /// Sealed: the form as far as it is filled in.
    @Column
    byte[] form;

    @Column(name = "touched_at")
    Instant touchedAt;

    @Version
    long version;
}
