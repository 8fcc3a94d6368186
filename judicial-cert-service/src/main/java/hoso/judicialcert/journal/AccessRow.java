package hoso.judicialcert.journal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An access as it lies in its table. The table takes new rows and nothing else.
@Entity
@Table(name = "journal_access")
class AccessRow {
    @Id
    UUID id;

    @Column
    UUID subject;

    @Column
    Instant at;

    @Column
    String kind;

    @Column(name = "certificate_id")
    @Nullable
    UUID certificateId;

    @Column
    String shown;

    @Column
    String outcome;

    /// Not told to the one it is about.
    @Column
    boolean withheld;

    /// Sealed: who, what for, on what ground.
    @Column
    byte[] content;
}
