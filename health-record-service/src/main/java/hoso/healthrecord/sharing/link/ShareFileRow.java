package hoso.healthrecord.sharing.link;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/// A file of a link as stored: what the service cannot read any more.
@Entity
@Table(name = "share_file")
@IdClass(ShareFileRow.Key.class)
class ShareFileRow extends PanacheEntityBase {
    /// The record comes first: it decides the partition.
    record Key(UUID recordId, UUID shareId, int number) implements Serializable {}

    @Id
    @Column(name = "record_id")
    UUID recordId;

    @Id
    @Column(name = "share_id")
    UUID shareId;

    @Id
    @Column(name = "number")
    int number;

    @Column(name = "media_type")
    String mediaType;

    @Column(name = "jwe")
    String jwe;

    /// The visits it tells of, each with its version: `id/version`.
    @Column(name = "sources")
    String[] sources;

    @Column(name = "rules")
    int rules;

    @Column(name = "made_at")
    Instant madeAt;
}
