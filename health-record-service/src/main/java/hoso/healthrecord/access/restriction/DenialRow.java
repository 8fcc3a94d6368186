package hoso.healthrecord.access.restriction;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/// A denial as stored.
@Entity
@Table(name = "access_denial")
@IdClass(DenialRow.Key.class)
class DenialRow extends PanacheEntityBase {
    /// The record comes first: it decides the partition.
    record Key(UUID recordId, UUID id) implements Serializable {}

    @Id
    @Column(name = "record_id")
    UUID recordId;

    @Id
    @Column(name = "id")
    UUID id;

    @Column(name = "target")
    String target;

    @Column(name = "value")
    String value;

    @Column(name = "in_emergency")
    boolean inEmergency;

    @Column(name = "denied_at")
    Instant deniedAt;

    Denial read() {
        return new Denial(id, Denial.Target.valueOf(target), value, inEmergency, deniedAt);
    }
}
