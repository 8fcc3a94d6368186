package hoso.judicialcert.request.evidence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A file as it lies in its table; its content lies in another, so that a list does not read megabytes.
@Entity
@Table(name = "evidence")
class EvidenceRow {
    @Id
    UUID id;

    @Column
    String owner;

    @Column
    String kind;

    @Column
    long size;

    @Column
    String digest;

    @Column(name = "stored_at")
    Instant storedAt;

    @Column(name = "request_id")
    @Nullable
    UUID requestId;

    @Column(name = "used_for")
    @Nullable
    String usedFor;

    /// Whose key the content is sealed with: its own while it waits, then that of the person the case is about.
    @Column(name = "sealed_for")
    UUID sealedFor;
}
