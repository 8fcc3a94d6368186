package hoso.healthrecord.access.ward;

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

/// A guardianship as stored.
@Entity
@Table(name = "access_guardianship")
@IdClass(GuardianshipRow.Key.class)
class GuardianshipRow extends PanacheEntityBase {
    /// The guardian comes first: it decides the partition.
    record Key(UUID guardian, UUID id) implements Serializable {}

    @Id
    @Column(name = "guardian")
    UUID guardian;

    @Id
    @Column(name = "id")
    UUID id;

    @Column(name = "record_id")
    UUID recordId;

    @Column(name = "relation")
    String relation;

    @Column(name = "given_at")
    Instant givenAt;

    @Column(name = "valid_until")
    Instant validUntil;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;
}
