package hoso.notification.delivery;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A delivery as stored.
@Entity
@Table(name = "delivery")
class DeliveryRow extends PanacheEntityBase {
    @Id
    UUID id;

    @Column(name = "citizen_id")
    UUID citizenId;

    @Column(name = "subject_type")
    String subjectType;

    @Column(name = "subject_id")
    UUID subjectId;

    @Column(name = "subject_sequence")
    long subjectSequence;

    @Column(name = "certificate_id")
    @Nullable
    UUID certificateId;

    @Column(name = "notice")
    String notice;

    @Column(name = "template")
    int template;

    @Column(name = "channel")
    String channel;

    @Column(name = "template_values")
    String values;

    @Column(name = "state")
    String state;

    @Column(name = "attempts")
    int attempts;

    @Column(name = "lost")
    int lost;

    @Column(name = "lease")
    @Nullable
    UUID lease;

    @Column(name = "due_at")
    @Nullable
    Instant dueAt;

    @Column(name = "recipient_masked")
    @Nullable
    String recipientMasked;

    @Column(name = "tracking_number")
    @Nullable
    String trackingNumber;

    @Column(name = "reason")
    @Nullable
    String reason;

    @Column(name = "planned_at")
    Instant plannedAt;

    @Column(name = "changed_at")
    Instant changedAt;

    @Column(name = "version")
    long version;
}
