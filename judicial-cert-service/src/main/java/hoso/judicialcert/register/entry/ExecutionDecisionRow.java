package hoso.judicialcert.register.entry;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/// A decision on execution as it lies in its table, which is only added to.
@Entity
@Table(name = "execution_decision")
class ExecutionDecisionRow {
    @Id
    UUID id;

    @Column(name = "judgment_id")
    UUID judgmentId;

    @Column(name = "key_mark")
    byte[] keyMark;

    /// Sealed with the key of the judgment: the decision.
    @Column
    byte[] content;

    @Column(name = "recorded_by")
    String recordedBy;

    @Column(name = "recorded_at")
    Instant recordedAt;
}
