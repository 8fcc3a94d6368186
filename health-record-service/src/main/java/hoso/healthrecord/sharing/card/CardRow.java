package hoso.healthrecord.sharing.card;

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

/// A card as stored.
@Entity
@Table(name = "emergency_card")
@IdClass(CardRow.Key.class)
class CardRow extends PanacheEntityBase {
    /// The record comes first: it decides the partition.
    record Key(UUID recordId, UUID id) implements Serializable {}

    @Id
    @Column(name = "record_id")
    UUID recordId;

    @Id
    @Column(name = "id")
    UUID id;

    @Column(name = "key_id")
    String keyId;

    @Column(name = "rid")
    String rid;

    @Column(name = "jws")
    byte[] jws;

    @Column(name = "issued_at")
    Instant issuedAt;

    @Column(name = "until")
    Instant until;

    @Column(name = "revoked_at")
    @Nullable
    Instant revokedAt;
}
