package hoso.healthrecord.visit;

import hoso.healthrecord.document.DerivationRules;
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

/// A visit in a record, as stored: when and where in clear, what was found sealed with the key of the record.
@Entity
@Table(name = "visit")
@IdClass(VisitRow.Key.class)
class VisitRow extends PanacheEntityBase {
    /// The record comes first: it decides the partition.
    record Key(UUID recordId, UUID id) implements Serializable {}

    @Id
    @Column(name = "record_id")
    UUID recordId;

    @Id
    @Column(name = "id")
    UUID id;

    @Column(name = "facility")
    String facility;

    @Column(name = "episode")
    String episode;

    @Column(name = "admitted_at")
    Instant admittedAt;

    @Column(name = "discharged_at")
    @Nullable
    Instant dischargedAt;

    @Column(name = "received_at")
    Instant receivedAt;

    @Column(name = "format")
    String format;

    @Column(name = "demographics")
    byte[] demographics;

    @Column(name = "version")
    int version = 1;

    @Column(name = "retracted_at")
    @Nullable
    Instant retractedAt;

    @Column(name = "retracted_because")
    @Nullable
    String retractedBecause;

    /// The rules by which the summary was made.
    @Column(name = "rules")
    int rules = DerivationRules.VERSION;

    @Column(name = "summary")
    byte[] summary;
}
