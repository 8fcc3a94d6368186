package hoso.judicialcert.sharing.share;

import hoso.chassis.event.Outbox;
import hoso.judicialcert.person.CitizenId;
import hoso.judicialcert.sharing.share.ShareEvent.CertificateShareEnded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Ends shares at once: whoever has the link or a ticket is refused from the next moment on.
@ApplicationScoped
class EndShares {
    private final ShareRows shares;
    private final Outbox outbox;
    private final Clock clock;

    EndShares(ShareRows shares, Outbox outbox, Clock clock) {
        this.shares = shares;
        this.outbox = outbox;
        this.clock = clock;
    }

    /// Empty when the citizen has no such share.
    @Transactional
    Optional<Share> end(ShareId id, CitizenId holder) {
        var now = now();
        return shares.lock(id, holder).map(share -> share.endedAt() == null ? end(share, now) : share);
    }

    /// All that were not ended, and how many those were.
    @Transactional
    int endAll(CitizenId holder) {
        var now = now();
        var open = shares.holdAll(holder);
        open.forEach(share -> end(share, now));
        return open.size();
    }

    private Share end(Share share, Instant now) {
        var ended = share.end(now);
        shares.save(ended);
        outbox.append(ShareEvents.of(ended, new CertificateShareEnded(now)));
        return ended;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
