package hoso.judicialcert.certificate.credential;

import hoso.judicialcert.certificate.offer.OfferId;
import java.time.Instant;
import java.util.Optional;

/// What wallets asked for.
interface Deliveries {

    /// How many times an offer was used.
    long count(OfferId offer);

    /// Adds one that waits, to be asked for again with the secret of this mark.
    void await(Delivery delivery, byte[] transactionMark, Instant now);

    /// Adds one that is handed out at once.
    void handOut(Delivery delivery, byte[] notificationMark, Instant now);

    /// The one that waits under this mark for a wallet with this offer.
    Optional<Delivery> waiting(byte[] transactionMark, OfferId offer);

    /// One that waited is handed out; it cannot be asked for again.
    void end(Delivery delivery, Instant now);

    /// Notes what became of it in the wallet; false when nothing was handed out under this mark with this offer.
    boolean note(byte[] notificationMark, OfferId offer, String event, Instant now);
}
