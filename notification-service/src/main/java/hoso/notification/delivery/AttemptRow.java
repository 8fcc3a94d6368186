package hoso.notification.delivery;

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

/// One attempt as stored.
@Entity
@Table(name = "delivery_attempt")
@IdClass(AttemptRow.Key.class)
class AttemptRow extends PanacheEntityBase {
    record Key(UUID deliveryId, int number) implements Serializable {}

    @Id
    @Column(name = "delivery_id")
    UUID deliveryId;

    @Id
    @Column(name = "number")
    int number;

    @Column(name = "lease")
    UUID lease;

    @Column(name = "begun_at")
    Instant begunAt;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    @Column(name = "outcome")
    @Nullable
    String outcome;

    @Column(name = "reason")
    @Nullable
    String reason;
}
