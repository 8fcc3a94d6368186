package hoso.healthrecord.visit;

import hoso.healthrecord.document.DerivationRules;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A visit that lies apart, sealed with a key of its own: it may be anybody's, so it must not share a record's fate.
@Entity
@Table(name = "held_visit")
class HeldVisitRow extends PanacheEntityBase {
    @Id
    UUID id;

    @Column(name = "record_id")
    @Nullable
    UUID recordId;

    @Column(name = "because")
    String because;

    @Column(name = "facility")
    String facility;

    @Column(name = "episode")
    String episode;

    @Column(name = "admitted_at")
    Instant admittedAt;

    @Column(name = "received_at")
    Instant receivedAt;

    @Column(name = "held_at")
    Instant heldAt;

    @Column(name = "disowned_at")
    @Nullable
    Instant disownedAt;

    @Column(name = "format")
    String format;

    @Column(name = "demographics")
    byte[] demographics;

    @Column(name = "sha256")
    byte[] sha256;

    @Column(name = "version")
    int version = 1;

    /// The rules by which the summary was made.
    @Column(name = "rules")
    int rules = DerivationRules.VERSION;

    @Column(name = "summary")
    byte[] summary;

    @Column(name = "document")
    byte[] document;
}
