package hoso.judicialcert.request.step;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A request as it lies in its table.
@Entity
@Table(name = "certificate_request")
class CertificateRequestRow {
    @Id
    UUID id;

    @Column
    UUID subject;

    @Column(name = "dossier_code")
    String dossierCode;

    @Column
    String kind;

    @Column
    String channel;

    @Column
    String procedure;

    @Column(name = "procedure_rule")
    String procedureRule;

    @Column
    String agency;

    @Column(name = "agency_rule")
    String agencyRule;

    @Column(name = "fee_amount")
    long feeAmount;

    @Column(name = "fee_category")
    String feeCategory;

    @Column(name = "fee_rule")
    String feeRule;

    @Column(name = "payment_reference")
    String paymentReference;

    @Column(name = "due_limit")
    String dueLimit;

    @Column(name = "due_from")
    Instant dueFrom;

    @Column(name = "due_at")
    Instant dueAt;

    @Column(name = "due_rule")
    String dueRule;

    @Column(name = "received_at")
    Instant receivedAt;

    @Column
    String status;

    @Column
    Instant since;

    @Column(name = "certificate_id")
    @Nullable
    UUID certificateId;

    /// Who asked; null when an organisation did.
    @Column
    @Nullable
    UUID requester;

    @Column
    String capacity;

    @Column
    @Nullable
    String organisation;

    /// The certificate that is said to be wrong.
    @Column
    @Nullable
    UUID corrects;

    /// Sealed: what was decided on a waiver.
    @Column
    byte @Nullable [] waiver;

    /// When somebody has to look again, if nothing happens before.
    @Column(name = "limit_at")
    @Nullable
    Instant limitAt;

    /// By when the step at hand should be done.
    @Column(name = "step_due_at")
    @Nullable
    Instant stepDueAt;

    @Column
    long told;

    /// Sealed: applicant and application.
    @Column
    byte[] papers;

    /// Sealed: why it was referred, and what an officer decided.
    @Column
    byte @Nullable [] outcome;

    @Column(name = "not_before")
    @Nullable
    Instant notBefore;

    @Column(name = "touched_at")
    Instant touchedAt;

    @Version
    long version;
}
