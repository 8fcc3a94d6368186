package hoso.healthrecord.record;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A record as stored: its owner's number only as a keyed mark.
@Entity
@Table(name = "health_record")
class HealthRecordRow extends PanacheEntityBase {
    @Id
    UUID id;

    @Column(name = "mark")
    byte[] mark;

    @Column(name = "citizen_id")
    @Nullable
    UUID citizenId;

    @Column(name = "vouched")
    byte @Nullable [] vouched;

    @Column(name = "integrated_at")
    @Nullable
    Instant integratedAt;

    @Column(name = "version")
    long version;
}
