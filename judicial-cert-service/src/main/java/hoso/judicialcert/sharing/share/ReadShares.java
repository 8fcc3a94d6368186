package hoso.judicialcert.sharing.share;

import hoso.chassis.page.Cursor;
import hoso.chassis.page.Page;
import hoso.judicialcert.person.CitizenId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Shows citizens the shares of their certificates, also those a parent made, and every use of them.
@ApplicationScoped
class ReadShares {
    private final ShareRows shares;

    ReadShares(ShareRows shares) {
        this.shares = shares;
    }

    record Used(Share share, List<Opening> openings) {}

    /// Empty when the citizen has no such share.
    @Transactional
    Optional<Used> one(ShareId id, CitizenId holder) {
        return shares.find(id, holder).map(share -> new Used(share, shares.openings(share)));
    }

    /// Newest first.
    @Transactional
    Page<Share> page(CitizenId holder, @Nullable Cursor after, int limit) {
        return Page.of(
                shares.list(holder, after, limit + 1),
                limit,
                share -> new Cursor(share.madeAt(), share.id().value()));
    }
}
