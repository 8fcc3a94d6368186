package hoso.judicialcert.certificate.status;

import hoso.judicialcert.person.CertificateId;
import jakarta.enterprise.context.ApplicationScoped;

/// Gives each copy of a certificate that a wallet holds a place of its own in the lists. It is drawn by lot, so that
/// two verifiers who compare what they were shown cannot tell that both saw the same certificate.
@ApplicationScoped
public class CopyIndexes {
    /// The lists before this one belong to certificates; 65 billion of them.
    static final long FIRST_LIST = 1_000_000;

    private final Statuses statuses;
    private final Lot lot;

    CopyIndexes(Statuses statuses, Lot lot) {
        this.statuses = statuses;
        this.lot = lot;
    }

    /// A place for one more copy, in the transaction at hand.
    public StatusIndex next(CertificateId certificate) {
        var list = FIRST_LIST + statuses.nextCopy() / Lot.PER_LIST;
        return lot.draw(list, place -> statuses.take(place, certificate));
    }
}
