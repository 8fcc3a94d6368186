package hoso.healthrecord.sharing.opening;

import hoso.healthrecord.access.gate.Grant;
import hoso.healthrecord.access.gate.Grant.Days;
import hoso.healthrecord.access.gate.Grant.Term;
import hoso.healthrecord.access.gate.Grant.Terms;
import hoso.healthrecord.access.gate.Grants;
import hoso.healthrecord.access.journal.Asker;
import hoso.healthrecord.access.journal.Purpose;
import hoso.healthrecord.access.journal.Right;
import hoso.healthrecord.sharing.link.Links;
import hoso.healthrecord.sharing.link.Share;
import hoso.healthrecord.sharing.link.Shares;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Links as the gate of records knows them: a link opens what its owner chose, to whoever has it.
@ApplicationScoped
class ShareGrants implements Grants {
    private final Shares shares;
    private final Links links;

    ShareGrants(Shares shares, Links links) {
        this.shares = shares;
        this.links = links;
    }

    @Override
    public Right right() {
        return Right.SHARE;
    }

    /// Whoever opens a link holds it, so that what is read here stays as it is until the reading is over.
    @Override
    public Optional<Grant> find(UUID id) {
        return shares.at(links.addressMark(links.address(id))).map(ShareGrants::grant);
    }

    private static Grant grant(Share share) {
        var choice = share.terms().choice();
        return new Grant(
                share.id(),
                Right.SHARE,
                share.record(),
                new Asker.Key(share.id(), null),
                new Term(share.madeAt(), share.until(), share.endedAt()),
                new Terms(Set.of(Purpose.OWNER_REQUEST), choice.kinds(), choice.sensitive(), Days.ALL, false, null));
    }
}
