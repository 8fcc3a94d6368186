package hoso.healthrecord.sharing.giving;

import hoso.chassis.page.Cursor;
import hoso.chassis.page.Page;
import hoso.healthrecord.hiv.HivRules;
import hoso.healthrecord.sharing.link.Share;
import hoso.healthrecord.sharing.link.ShareFile;
import hoso.healthrecord.sharing.link.Shares;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads the links of a citizen.
@ApplicationScoped
class ReadShares {
    private final Shares shares;

    ReadShares(Shares shares) {
        this.shares = shares;
    }

    /// A link, and what is to be said of its files now.
    record Seen(Share share, List<ShareFile.Status> files) {}

    @Transactional
    Page<Share> page(UUID owner, @Nullable Cursor after, int limit) {
        return Page.of(
                shares.newestFirst(owner, after, limit + 1), limit, share -> new Cursor(share.madeAt(), share.id()));
    }

    @Transactional
    Optional<Seen> one(UUID owner, UUID id) {
        return shares.find(owner, id).map(share -> {
            var standing = shares.standing(share.record());
            var files = shares.files(share).stream()
                    .map(file -> file.status(
                            standing, HivRules.VERSION, share.flags().longTerm()))
                    .toList();
            return new Seen(share, files);
        });
    }
}
