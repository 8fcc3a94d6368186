package hoso.judicialcert.sharing.share;

import hoso.chassis.personal.Sensitive;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One use of a share.
///
/// @param ticketUntil until when the document can be fetched, once
/// @param documentAt when it was; null when it was not
record Opening(
        UUID id,
        ShareId share,
        Instant at,
        Opener opener,
        Instant ticketUntil,
        @Nullable Instant documentAt) implements Sensitive {

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
