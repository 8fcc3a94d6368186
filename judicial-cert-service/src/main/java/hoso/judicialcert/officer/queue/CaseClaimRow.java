package hoso.judicialcert.officer.queue;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/// A claim as it lies in its table.
@Entity
@Table(name = "case_claim")
class CaseClaimRow {
    @Id
    @Column(name = "request_id")
    UUID requestId;

    @Column
    UUID officer;

    @Column(name = "until")
    Instant until;
}
