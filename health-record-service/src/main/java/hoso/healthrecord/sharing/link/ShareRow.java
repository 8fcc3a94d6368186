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
import org.jspecify.annotations.Nullable;

/// A link as stored: for whom and what it shows sealed with the key of the record.
@Entity
@Table(name = "share")
@IdClass(ShareRow.Key.class)
class ShareRow extends PanacheEntityBase {
    /// The record comes first: it decides the partition.
    record Key(UUID recordId, UUID id) implements Serializable {}

    @Id
    @Column(name = "record_id")
    UUID recordId;

    @Id
    @Column(name = "id")
    UUID id;

    @Column(name = "owner")
    UUID owner;

    @Column(name = "terms")
    byte[] terms;

    @Column(name = "flags")
    String flags;

    @Column(name = "made_at")
    Instant madeAt;

    @Column(name = "until")
    Instant until;

    @Column(name = "max_uses")
    @Nullable
    Integer maxUses;

    @Column(name = "uses")
    int uses;

    @Column(name = "wrong_passcodes")
    int wrongPasscodes;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    @Column(name = "told")
    long told;

    @Column(name = "key_mark")
    byte[] keyMark;

    @Column(name = "passcode")
    byte @Nullable [] passcode;
}
