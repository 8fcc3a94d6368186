package hoso.judicialcert.sharing.share;

import hoso.chassis.page.Cursor;
import hoso.chassis.vault.SealedJson;
import hoso.judicialcert.person.CertificateId;
import hoso.judicialcert.person.CitizenId;
import hoso.judicialcert.work.Turns;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Shares and their uses in the database.
@ApplicationScoped
class ShareRows implements PanacheRepositoryBase<ShareRow, UUID> {
    private static final int MOST_REFUSALS = 20;
    private static final String SPEND = """
            update share_opening set document_at = :now
            where ticket_mark = :ticket and document_at is null and ticket_until > :now
            returning id
            """;

    private final SealedJson sealed;
    private final Turns turns;

    ShareRows(SealedJson sealed, Turns turns) {
        this.turns = turns;
        this.sealed = sealed;
    }

    /// @param subject whom the certificate is about
    void add(Share share, CitizenId subject, byte[] secretMark, byte @Nullable [] passcode) {
        var row = new ShareRow();
        row.id = share.id().value();
        row.certificateId = share.certificate().value();
        row.holder = share.holder().value();
        row.subject = subject.value();
        row.secretMark = secretMark;
        row.content = sealed.seal(share.holder().value(), share.intent());
        row.passcode = passcode;
        row.madeAt = share.madeAt();
        row.until = share.until();
        row.maxUses = share.maxUses();
        write(share, row);
        persist(row);
    }

    void save(Share share) {
        write(share, findById(share.id().value()));
    }

    /// The share with this secret, as it is now.
    @Transactional
    Optional<Share> find(byte[] secretMark) {
        return find("secretMark", (Object) secretMark).firstResultOptional().map(this::share);
    }

    /// The share with this secret, held: its uses are counted one after the other.
    Optional<Share> lock(byte[] secretMark) {
        return find("secretMark", (Object) secretMark)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .map(this::share);
    }

    /// A share that a citizen made, or that is of a certificate about them, held; any other is not there.
    Optional<Share> lock(ShareId id, CitizenId citizen) {
        return find("id = ?1 and (holder = ?2 or subject = ?2)", id.value(), citizen.value())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .map(this::share);
    }

    /// Those of them that were not ended, held.
    List<Share> holdAll(CitizenId citizen) {
        return find("(holder = ?1 or subject = ?1) and endedAt is null order by id", citizen.value())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .stream()
                .map(this::share)
                .toList();
    }

    Optional<Share> find(ShareId id, CitizenId citizen) {
        return find("id = ?1 and (holder = ?2 or subject = ?2)", id.value(), citizen.value())
                .firstResultOptional()
                .map(this::share);
    }

    Share get(ShareId id) {
        return share(findById(id.value()));
    }

    List<Share> list(CitizenId citizen, @Nullable Cursor after, int limit) {
        var found = after == null
                ? find("(holder = ?1 or subject = ?1) order by madeAt desc, id desc", citizen.value())
                : find(
                        "(holder = ?1 or subject = ?1) and (madeAt < ?2 or (madeAt = ?2 and id < ?3)) order by madeAt desc, id desc",
                        citizen.value(),
                        after.at(),
                        after.id());
        return found.page(0, limit).list().stream().map(this::share).toList();
    }

    /// The passcode of a share that has one, as it is kept.
    @Transactional
    byte[] passcode(ShareId id) {
        return Objects.requireNonNull(findById(id.value()).passcode);
    }

    /// Keeps the same passcode in another way.
    void keepPasscode(ShareId id, byte[] passcode) {
        findById(id.value()).passcode = passcode;
    }

    /// Whether one more refusal is to be written down.
    boolean countRefusal(ShareId id) {
        var row = findById(id.value());
        row.refusals = Math.min(row.refusals + 1, MOST_REFUSALS + 1);
        return row.refusals <= MOST_REFUSALS;
    }

    void open(Share share, Opening opening, String key, byte[] ticketMark) {
        var row = new OpeningRow();
        row.id = opening.id();
        row.shareId = opening.share().value();
        row.key = key;
        row.at = opening.at();
        row.content = sealed.seal(share.holder().value(), opening.opener());
        row.ticketMark = ticketMark;
        row.ticketUntil = opening.ticketUntil();
        getEntityManager().persist(row);
    }

    /// How many shares of a certificate can be opened; whoever counts at the same moment waits for the end of this
    /// transaction.
    long open(CertificateId certificate, Instant now) {
        turns.await("share:" + certificate.value());
        return count(
                "certificateId = ?1 and endedAt is null and until > ?2 and uses < maxUses", certificate.value(), now);
    }

    /// The opening that had this key.
    @Transactional
    Optional<Opening> opening(Share share, String key) {
        return getEntityManager()
                .createQuery("from OpeningRow where shareId = :share and key = :key", OpeningRow.class)
                .setParameter("share", share.id().value())
                .setParameter("key", key)
                .getResultStream()
                .findFirst()
                .map(row -> opening(share, row));
    }

    /// Every use, oldest first; there are never more than the law lets a share have.
    List<Opening> openings(Share share) {
        return getEntityManager()
                .createQuery("from OpeningRow where shareId = :share order by at, id", OpeningRow.class)
                .setParameter("share", share.id().value())
                .getResultStream()
                .map(row -> opening(share, row))
                .toList();
    }

    /// Uses a ticket up: of many who come with it, one gets the opening it belongs to.
    Optional<Opening> spend(byte[] ticketMark, Instant now) {
        List<?> spent = getEntityManager()
                .createNativeQuery(SPEND)
                .setParameter("ticket", ticketMark)
                .setParameter("now", now)
                .getResultList();
        return spent.stream().findFirst().map(id -> {
            var row = getEntityManager().find(OpeningRow.class, id);
            return opening(get(new ShareId(row.shareId)), row);
        });
    }

    private static void write(Share share, ShareRow row) {
        row.uses = share.uses();
        row.wrongPasscodes = share.wrongPasscodes();
        row.endedAt = share.endedAt();
        row.told = share.sequence();
    }

    private Opening opening(Share share, OpeningRow row) {
        return new Opening(
                row.id,
                share.id(),
                row.at,
                sealed.open(share.holder().value(), row.content, Opener.class),
                row.ticketUntil,
                row.documentAt);
    }

    private Share share(ShareRow row) {
        var holder = new CitizenId(row.holder);
        return new Share(
                new ShareId(row.id),
                new CertificateId(row.certificateId),
                holder,
                sealed.open(holder.value(), row.content, ShareIntent.class),
                row.madeAt,
                row.until,
                row.maxUses,
                row.passcode != null,
                row.uses,
                row.wrongPasscodes,
                row.endedAt,
                row.told);
    }
}
