package hoso.healthrecord.sharing.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/// Drops the files of links that expired, an hour after they did: by then no address of a file counts any more.
/// Files of a link that was ended or locked go with that. What became of the link stays.
@ApplicationScoped
class DropFiles {
    private static final int AT_ONCE = 100;

    /// Longer than any address of a file counts.
    private static final Duration LAST_FETCH = Duration.ofHours(1);

    private final ShareRows shares;
    private final Links links;
    private final Clock clock;

    DropFiles(ShareRows shares, Links links, Clock clock) {
        this.shares = shares;
        this.links = links;
        this.clock = clock;
    }

    @Transactional
    List<UUID> waiting() {
        return shares.expiredWithFiles(clock.instant().minus(LAST_FETCH), AT_ONCE);
    }

    @Transactional
    boolean drop(UUID id) {
        var share = shares.lockAt(links.addressMark(links.address(id)));
        share.ifPresent(shares::dropFiles);
        return share.isPresent();
    }
}
