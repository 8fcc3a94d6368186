package hoso.judicialcert.officer.queue;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A deed as it lies in its table.
@Entity
@Table(name = "case_deed")
class OfficerActionRow {
    @Id
    UUID id;

    @Column(name = "request_id")
    UUID requestId;

    @Column
    String agency;

    @Column
    UUID officer;

    @Column
    String kind;

    @Column
    Instant at;

    /// Sealed.
    @Column
    byte @Nullable [] content;
}
