package hoso.healthrecord.access.emergency;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An access in an emergency as stored.
@Entity
@Table(name = "access_emergency")
@IdClass(EmergencyAccessRow.Key.class)
class EmergencyAccessRow extends PanacheEntityBase {
    /// The record comes first: it decides the partition.
    record Key(UUID recordId, UUID id) implements Serializable {}

    @Id
    @Column(name = "record_id")
    UUID recordId;

    @Id
    @Column(name = "id")
    UUID id;

    @Column(name = "person")
    UUID person;

    @Column(name = "facility")
    String facility;

    @Column(name = "opened_at")
    Instant openedAt;

    @Column(name = "open_until")
    Instant openUntil;

    @Column(name = "opened_before")
    int openedBefore;

    @Column(name = "closed_at")
    @Nullable
    Instant closedAt;

    /// Sealed: who, why, and what the officer found.
    @Column(name = "content")
    byte[] content;
}
