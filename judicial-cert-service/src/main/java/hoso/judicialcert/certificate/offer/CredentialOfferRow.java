package hoso.judicialcert.certificate.offer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An offer as it lies in its table.
@Entity
@Table(name = "credential_offer")
class CredentialOfferRow {
    @Id
    UUID id;

    @Column
    UUID holder;

    @Column(name = "request_id")
    UUID requestId;

    @Column(name = "reference_mark")
    byte[] referenceMark;

    @Column(name = "code_mark")
    byte[] codeMark;

    @Column(name = "attempts_left")
    int attemptsLeft;

    @Column(name = "made_at")
    Instant madeAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "redeemed_at")
    @Nullable
    Instant redeemedAt;

    @Column(name = "access_mark")
    byte @Nullable [] accessMark;

    @Column(name = "access_until")
    @Nullable
    Instant accessUntil;

    @Column(name = "refresh_mark")
    byte @Nullable [] refreshMark;

    @Column(name = "refresh_until")
    @Nullable
    Instant refreshUntil;
}
