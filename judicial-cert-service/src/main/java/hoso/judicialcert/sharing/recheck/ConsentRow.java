package hoso.judicialcert.sharing.recheck;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A consent as it lies in its table.
@Entity
@Table(name = "recheck_consent")
class ConsentRow {
    @Id
    UUID id;

    @Column(name = "certificate_id")
    UUID certificateId;

    @Column
    UUID holder;

    @Column(name = "key_mark")
    byte[] keyMark;

    /// Sealed: what was agreed to.
    @Column
    byte[] terms;

    @Column(name = "text_version")
    String textVersion;

    @Column
    String proof;

    @Column(name = "given_at")
    Instant givenAt;

    @Column
    Instant until;

    @Column(name = "per_day")
    int perDay;

    @Column(name = "withdrawn_at")
    @Nullable
    Instant withdrawnAt;

    @Column
    long told;
}
