package hoso.judicialcert.certificate.credential;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A delivery as it lies in its table.
@Entity
@Table(name = "credential_delivery")
class CredentialDeliveryRow {
    @Id
    UUID id;

    @Column(name = "offer_id")
    UUID offerId;

    @Column
    String keys;

    @Column(name = "transaction_mark")
    byte @Nullable [] transactionMark;

    @Column(name = "notification_mark")
    byte @Nullable [] notificationMark;

    @Column(name = "asked_at")
    Instant askedAt;

    @Column(name = "handed_out_at")
    @Nullable
    Instant handedOutAt;

    @Column
    @Nullable
    String event;

    @Column(name = "event_at")
    @Nullable
    Instant eventAt;
}
