package hoso.judicialcert.certificate.offer;

import hoso.judicialcert.person.CitizenId;
import hoso.judicialcert.person.RequestId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The certificate of a request offered to a wallet of its holder, be it issued or not yet. It is redeemed once, with a
/// code that the wallet reads and a second one that the holder types; too many wrong ones end it.
public record CredentialOffer(
        OfferId id,
        CitizenId holder,
        RequestId request,
        int attemptsLeft,
        Instant expiresAt,
        @Nullable Instant redeemedAt) {

    /// What came of an attempt to redeem it.
    sealed interface Attempt {
        record Redeemed(CredentialOffer offer) implements Attempt {}

        record WrongCode(CredentialOffer offer) implements Attempt {}

        /// It was redeemed before: whoever comes second shows that somebody knows what only the holder should.
        record RedeemedBefore() implements Attempt {}

        record Over() implements Attempt {}
    }

    /// Whether a wallet may still read it.
    boolean isOpen(Instant now) {
        return redeemedAt == null && attemptsLeft > 0 && now.isBefore(expiresAt);
    }

    Attempt redeem(boolean isCodeRight, Instant now) {
        if (redeemedAt != null) {
            return isCodeRight ? new Attempt.RedeemedBefore() : new Attempt.Over();
        }
        if (!isOpen(now)) {
            return new Attempt.Over();
        }
        return isCodeRight
                ? new Attempt.Redeemed(new CredentialOffer(id, holder, request, attemptsLeft, expiresAt, now))
                : new Attempt.WrongCode(new CredentialOffer(id, holder, request, attemptsLeft - 1, expiresAt, null));
    }
}
