package hoso.judicialcert.register.entry;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/// A ban as it lies in its table, which is only added to.
@Entity
@Table(name = "ban")
class BanRow {
    @Id
    UUID id;

    @Column(name = "judgment_id")
    @org.jspecify.annotations.Nullable
    UUID judgmentId;

    @Column(name = "key_mark")
    byte[] keyMark;

    @Column(name = "namesake_mark")
    byte[] namesakeMark;

    /// Sealed: the ban.
    @Column
    byte[] content;

    @Column(name = "recorded_by")
    String recordedBy;

    @Column(name = "recorded_at")
    Instant recordedAt;
}
