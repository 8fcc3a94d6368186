package hoso.healthrecord.access.consent;

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

/// A consent as stored.
@Entity
@Table(name = "access_consent")
@IdClass(AccessConsentRow.Key.class)
class AccessConsentRow extends PanacheEntityBase {
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

    @Column(name = "state")
    String state;

    @Column(name = "asked_at")
    Instant askedAt;

    @Column(name = "answered_at")
    @Nullable
    Instant answeredAt;

    @Column(name = "revoked_at")
    @Nullable
    Instant revokedAt;

    /// Sealed: who asked, for what, and what was granted.
    @Column(name = "content")
    byte[] content;
}
