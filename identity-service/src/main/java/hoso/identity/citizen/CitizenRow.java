package hoso.identity.citizen;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/// A citizen as stored: whatever is personal is sealed with the citizen's own key.
@Entity
@Table(name = "citizen")
class CitizenRow extends PanacheEntityBase {
    @Id
    UUID id;

    @Column(name = "account_level")
    int accountLevel;

    @Column(name = "snapshot")
    byte[] snapshot;

    @Column(name = "contact_points")
    byte[] contactPoints;

    /// Whether a person should look at the snapshot; what the doubt is, is sealed with it.
    @Column(name = "manual_check")
    boolean manualCheck;

    @Column(name = "registered_at")
    Instant registeredAt;

    @Column(name = "version")
    long version;
}
