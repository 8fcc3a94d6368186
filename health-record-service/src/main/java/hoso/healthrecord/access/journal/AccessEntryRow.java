package hoso.healthrecord.access.journal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An entry as it lies in its table, which takes new rows and nothing else.
@Entity
@Table(name = "access_entry")
@IdClass(AccessEntryRow.Key.class)
class AccessEntryRow {
    /// The record comes first: it decides the partition.
    record Key(UUID recordId, long sequence) implements Serializable {}

    @Id
    @Column(name = "record_id")
    UUID recordId;

    @Id
    @Column(name = "sequence")
    long sequence;

    @Column(name = "at")
    Instant at;

    @Column(name = "outcome")
    String outcome;

    @Column(name = "access_right")
    String accessRight;

    @Column(name = "facility")
    @Nullable
    String facility;

    @Column(name = "hash")
    byte[] hash;

    @Column(name = "line")
    byte[] line;
}
