package hoso.judicialcert.register.entry;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/// The trace of a correction as it lies in its table, which is only added to.
@Entity
@Table(name = "register_correction")
class CorrectionRow {
    @Id
    UUID id;

    @Column(name = "subject_id")
    UUID subjectId;

    @Column
    String what;

    @Column
    long version;

    @Column
    UUID actor;

    /// Sealed with the key of the judgment or ban: basis, reason, and what stood there before.
    @Column
    byte[] content;

    @Column(name = "recorded_at")
    Instant recordedAt;
}
