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
import java.util.List;
import java.util.UUID;

/// What a correction replaced, sealed as it was.
@Entity
@Table(name = "earlier_version")
@IdClass(EarlierVersionRow.Key.class)
class EarlierVersionRow extends PanacheEntityBase {
    /// @param subject whose key seals it: the record's, or the visit's where it was held
    record Key(UUID subject, UUID visitId, int version) implements Serializable {}

    @Id
    @Column(name = "subject")
    UUID subject;

    @Id
    @Column(name = "visit_id")
    UUID visitId;

    @Id
    @Column(name = "version")
    int version;

    @Column(name = "received_at")
    Instant receivedAt;

    @Column(name = "format")
    String format;

    @Column(name = "sha256")
    byte[] sha256;

    /// The rules by which the summary was made.
    @Column(name = "rules")
    int rules = DerivationRules.VERSION;

    @Column(name = "summary")
    byte[] summary;

    @Column(name = "document")
    byte[] document;

    /// What corrections of a visit replaced, the latest first.
    static List<EarlierVersionRow> latestFirst(UUID subject, UUID visit) {
        return list("subject = ?1 and visitId = ?2 order by version desc", subject, visit);
    }

    /// What was held, as an earlier version under a key of its own.
    static void keep(HeldVisitRow row) {
        var earlier = of(row.id, row.id, row.version, row.receivedAt, row.format, row.summary);
        earlier.sha256 = row.sha256;
        earlier.document = row.document;
        earlier.rules = row.rules;
        earlier.persist();
    }

    /// What was in a record, as an earlier version under the key of the record.
    static void keep(VisitRow row, DocumentRow document) {
        var earlier = of(row.recordId, row.id, row.version, row.receivedAt, row.format, row.summary);
        earlier.sha256 = document.sha256;
        earlier.document = document.document;
        earlier.rules = row.rules;
        earlier.persist();
    }

    private static EarlierVersionRow of(
            UUID subject, UUID visitId, int version, Instant receivedAt, String format, byte[] summary) {
        var earlier = new EarlierVersionRow();
        earlier.subject = subject;
        earlier.visitId = visitId;
        earlier.version = version;
        earlier.receivedAt = receivedAt;
        earlier.format = format;
        earlier.summary = summary;
        return earlier;
    }
}
