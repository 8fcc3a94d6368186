package hoso.judicialcert.certificate.status;

import hoso.chassis.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.function.Predicate;

/// Draws places in a list by lot. Half of a list stays empty, so that a free place is found at the second draw on
/// average at worst.
@ApplicationScoped
class Lot {
    static final int PER_LIST = StatusIndex.ENTRIES / 2;
    private static final int DRAWS = 64;

    private final Ids ids;

    Lot(Ids ids) {
        this.ids = ids;
    }

    /// A place that was free.
    ///
    /// @param take notes whose it is; false when it is taken
    StatusIndex draw(long list, Predicate<StatusIndex> take) {
        for (var draw = 0; draw < DRAWS; draw++) {
            var place = new StatusIndex(list, below(StatusIndex.ENTRIES));
            if (take.test(place)) {
                return place;
            }
        }
        throw new IllegalStateException("no free place in list " + list);
    }

    /// A number from 0 on, of at most 65,536.
    int below(int bound) {
        var bytes = Base64.getUrlDecoder().decode(ids.secret(3));
        var lot = ((bytes[0] & 0xFF) << 16) | ((bytes[1] & 0xFF) << 8) | (bytes[2] & 0xFF);
        // 24 bits for 16: no number is likelier than another by more than 1 in 256.
        return lot % bound;
    }
}
