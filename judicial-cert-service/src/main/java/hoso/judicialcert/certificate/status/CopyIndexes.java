package hoso.judicialcert.certificate.status;

import hoso.chassis.id.Ids;
import hoso.judicialcert.person.CertificateId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;

/// Gives each copy of a certificate that a wallet holds a place of its own in the lists. It is drawn by lot, so that
/// two verifiers who compare what they were shown cannot tell that both saw the same certificate; half of a list stays
/// empty, so that a free place is found at the second draw on average at worst.
@ApplicationScoped
public class CopyIndexes {
    /// The lists before this one belong to certificates; 65 billion of them.
    static final long FIRST_LIST = 1_000_000;

    private static final int PER_LIST = StatusIndex.ENTRIES / 2;
    private static final int DRAWS = 64;

    private final Statuses statuses;
    private final Ids ids;

    CopyIndexes(Statuses statuses, Ids ids) {
        this.statuses = statuses;
        this.ids = ids;
    }

    /// A place for one more copy, in the transaction at hand.
    public StatusIndex next(CertificateId certificate) {
        var list = FIRST_LIST + statuses.nextCopy() / PER_LIST;
        for (var draw = 0; draw < DRAWS; draw++) {
            var place = new StatusIndex(list, lot());
            if (statuses.take(place, certificate)) {
                return place;
            }
        }
        throw new IllegalStateException("no free place in list " + list);
    }

    private int lot() {
        var bytes = Base64.getUrlDecoder().decode(ids.secret(2));
        return ((bytes[0] & 0xFF) << Byte.SIZE) | (bytes[1] & 0xFF);
    }
}
