package hoso.judicialcert.certificate.status;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/// Gives each certificate a place in the lists, drawn by lot: the places of two certificates do not tell how many were
/// issued between them, nor of which kind. Among them are decoys, entries of nobody that one day seem not to be valid,
/// so that whoever knows all recalls of one kind does not find those of the other (IETF Token Status List, privacy
/// considerations: herd privacy, decoy entries).
@ApplicationScoped
public class CertificateIndexes {
    /// A decoy for so many certificates: about as many as are ever recalled or corrected.
    private static final int PER_DECOY = 32;

    /// When a decoy turns: far enough away to have nothing to do with the certificate it was drawn with.
    private static final int LATEST_MINUTES = (int) Duration.ofDays(45).toMinutes();

    private final Statuses statuses;
    private final Lot lot;

    CertificateIndexes(Statuses statuses, Lot lot) {
        this.statuses = statuses;
        this.lot = lot;
    }

    /// A place for one more certificate, in the transaction at hand.
    public long next(Instant now) {
        var list = statuses.nextCertificate() / Lot.PER_LIST;
        if (lot.below(PER_DECOY) == 0) {
            var turnsAt = now.plus(Duration.ofMinutes(lot.below(LATEST_MINUTES)));
            var turnsTo = lot.below(2) == 0 ? StatusBits.Status.REVOKED : StatusBits.Status.SUPERSEDED;
            lot.draw(list, place -> statuses.takeForDecoy(place, turnsTo, turnsAt));
        }
        return lot.draw(list, statuses::takeForCertificate).index();
    }
}
