package hoso.judicialcert.register.entry;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/// A judgment as it lies in its table.
@Entity
@Table(name = "judgment")
class JudgmentRow {
    @Id
    UUID id;

    @Column
    String court;

    /// What makes a judgment the same one: court, number and person.
    @Column(name = "key_mark")
    byte[] keyMark;

    @Column(name = "number_mark")
    byte @org.jspecify.annotations.Nullable [] numberMark;

    @Column(name = "namesake_mark")
    byte[] namesakeMark;

    /// Sealed: the judgment.
    @Column
    byte[] content;

    @Column(name = "recorded_at")
    Instant recordedAt;

    /// Goes up with every correction.
    @Column
    long version;

    /// Entered wrongly as a whole, or set aside by a higher court.
    @Column
    boolean annulled;
}
