package hoso.judicialcert.certificate.issue;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A certificate as it lies in its table, without the document: that is read only when somebody wants it.
@Entity
@Table(name = "certificate")
class CertificateRow {
    @Id
    UUID id;

    @Column(name = "request_id")
    UUID requestId;

    @Column
    UUID holder;

    @Column
    @Nullable
    UUID requester;

    /// Asked for in proceedings: the holder sees nothing of it.
    @Column
    boolean withheld;

    @Column
    String number;

    @Column
    String kind;

    @Column
    String agency;

    @Column
    String template;

    @Column(name = "issued_at")
    Instant issuedAt;

    @Column
    String digest;

    @Column
    long size;

    @Column
    String standing;

    @Column(name = "standing_since")
    Instant standingSince;

    @Column(name = "standing_reason")
    @Nullable
    String standingReason;

    @Column
    @Nullable
    UUID successor;

    @Column(name = "status_index")
    long statusIndex;

    @Column(name = "code_mark")
    byte[] codeMark;

    @Column(name = "fields_mark")
    byte[] fieldsMark;
}
