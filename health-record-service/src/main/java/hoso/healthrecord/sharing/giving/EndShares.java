package hoso.healthrecord.sharing.giving;

import hoso.chassis.event.Outbox;
import hoso.healthrecord.sharing.link.Share;
import hoso.healthrecord.sharing.link.ShareEvents;
import hoso.healthrecord.sharing.link.Shares;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/// Takes links back at once: whoever has one, or an address of its files, is refused from the next moment on. An
/// opening under way holds the link; it is over before the answer to the owner is given.
@ApplicationScoped
class EndShares {
    private final Shares shares;
    private final Outbox outbox;
    private final Clock clock;

    EndShares(Shares shares, Outbox outbox, Clock clock) {
        this.shares = shares;
        this.outbox = outbox;
        this.clock = clock;
    }

    /// Empty when the citizen has no such link.
    @Transactional
    Optional<Share> end(UUID owner, UUID id) {
        var now = now();
        return shares.lock(owner, id).map(share -> share.endedAt() == null ? end(share, now) : share);
    }

    /// All that were not ended, and how many those were.
    @Transactional
    int endAll(UUID owner) {
        var now = now();
        var open = shares.lockAll(owner);
        open.forEach(share -> end(share, now));
        return open.size();
    }

    private Share end(Share share, Instant now) {
        var ended = share.end(now);
        shares.save(ended);
        shares.dropFiles(ended);
        outbox.append(ShareEvents.ended(ended, now));
        return ended;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
