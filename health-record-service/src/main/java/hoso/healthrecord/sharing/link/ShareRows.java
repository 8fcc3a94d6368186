package hoso.healthrecord.sharing.link;

import hoso.chassis.page.Cursor;
import hoso.chassis.vault.SealedJson;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Links in PostgreSQL, in partitions by record.
@ApplicationScoped
class ShareRows implements Shares, PanacheRepositoryBase<ShareRow, ShareRow.Key> {
    private static final String OWN = "recordId = (select r.id from HealthRecordRow r where r.citizenId = ?1)";
    private static final String STANDING =
            "select id, version from visit where record_id = :record and retracted_at is null";

    private static final String EXPIRED = """
            select distinct s.id from share s join share_file f on f.record_id = s.record_id and f.share_id = s.id
            where s.until < :before limit :most
            """;

    private final SealedJson sealed;

    ShareRows(SealedJson sealed) {
        this.sealed = sealed;
    }

    @Override
    public void add(Share share, Marks marks, List<ShareFile> files) {
        var row = new ShareRow();
        row.recordId = share.record();
        row.id = share.id();
        row.owner = share.owner();
        row.terms = sealed.seal(share.record(), share.terms());
        row.flags = share.flags().letters();
        row.madeAt = share.madeAt();
        row.until = share.until();
        row.maxUses = share.maxUses();
        row.keyMark = marks.key();
        row.passcode = marks.passcode();
        write(share, row);
        persist(row);
        var address = new ShareAddressRow();
        address.mark = marks.address();
        address.recordId = share.record();
        address.shareId = share.id();
        address.persist();
        addFiles(share, files);
    }

    private static void addFiles(Share share, List<ShareFile> files) {
        for (var file : files) {
            var row = new ShareFileRow();
            row.recordId = share.record();
            row.shareId = share.id();
            row.number = file.number();
            row.mediaType = file.mediaType();
            row.jwe = file.jwe();
            row.sources = file.sources().entrySet().stream()
                    .map(one -> one.getKey() + "/" + one.getValue())
                    .toArray(String[]::new);
            row.rules = file.rules();
            row.madeAt = file.madeAt();
            row.persist();
        }
    }

    @Override
    public void save(Share share) {
        write(share, findById(new ShareRow.Key(share.record(), share.id())));
    }

    @Override
    public void replaceFiles(Share share, List<ShareFile> files) {
        dropFiles(share);
        addFiles(share, files);
    }

    @Override
    public void dropFiles(Share share) {
        var _ = ShareFileRow.delete("recordId = ?1 and shareId = ?2", share.record(), share.id());
    }

    @Override
    @Transactional
    public Optional<Share> at(byte[] address) {
        return address(address).flatMap(key -> findByIdOptional(key)).map(this::share);
    }

    @Override
    public Optional<Share> lockAt(byte[] address) {
        return address(address)
                .flatMap(key -> findByIdOptional(key, LockModeType.PESSIMISTIC_WRITE))
                .map(this::share);
    }

    private static Optional<ShareRow.Key> address(byte[] mark) {
        return ShareAddressRow.<ShareAddressRow>findByIdOptional(mark)
                .map(row -> new ShareRow.Key(row.recordId, row.shareId));
    }

    @Override
    @Transactional
    public Optional<Share> find(UUID citizen, UUID share) {
        return find(OWN + " and id = ?2", citizen, share).firstResultOptional().map(this::share);
    }

    @Override
    public Optional<Share> lock(UUID citizen, UUID share) {
        return find(OWN + " and id = ?2", citizen, share)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .map(this::share);
    }

    @Override
    public List<Share> lockAll(UUID citizen) {
        return find(OWN + " and endedAt is null order by id", citizen).withLock(LockModeType.PESSIMISTIC_WRITE).stream()
                .map(this::share)
                .toList();
    }

    @Override
    public List<Share> newestFirst(UUID citizen, @Nullable Cursor after, int limit) {
        var order = " order by madeAt desc, id desc";
        var query = after == null
                ? find(OWN + order, citizen)
                : find(OWN + " and (madeAt, id) < (?2, ?3)" + order, citizen, after.at(), after.id());
        return query.range(0, limit - 1).stream().map(this::share).toList();
    }

    @Override
    @Transactional
    public Marks marks(Share share) {
        var row = findById(new ShareRow.Key(share.record(), share.id()));
        return new Marks(new byte[0], row.keyMark, row.passcode);
    }

    @Override
    public List<ShareFile> files(Share share) {
        return ShareFileRow.<ShareFileRow>stream(
                        "recordId = ?1 and shareId = ?2 order by number", share.record(), share.id())
                .map(ShareRows::file)
                .toList();
    }

    @Override
    public Map<UUID, Integer> standing(UUID record) {
        List<?> rows = getEntityManager()
                .createNativeQuery(STANDING)
                .setParameter("record", record)
                .getResultList();
        var standing = new HashMap<UUID, Integer>();
        for (var row : rows) {
            var cells = (Object[]) row;
            standing.put((UUID) cells[0], ((Number) cells[1]).intValue());
        }
        return standing;
    }

    /// Links that ended by themselves before a moment, and still have files.
    List<UUID> expiredWithFiles(Instant before, int most) {
        List<?> ids = getEntityManager()
                .createNativeQuery(EXPIRED)
                .setParameter("before", before)
                .setParameter("most", most)
                .getResultList();
        return ids.stream().map(UUID.class::cast).toList();
    }

    private static ShareFile file(ShareFileRow row) {
        var sources = new HashMap<UUID, Integer>();
        for (var source : row.sources) {
            var slash = source.indexOf('/');
            sources.put(UUID.fromString(source.substring(0, slash)), Integer.valueOf(source.substring(slash + 1)));
        }
        return new ShareFile(row.number, row.mediaType, row.jwe, sources, row.rules, row.madeAt);
    }

    private static void write(Share share, ShareRow row) {
        row.uses = share.uses();
        row.wrongPasscodes = share.wrongPasscodes();
        row.endedAt = share.endedAt();
        row.told = share.sequence();
    }

    private Share share(ShareRow row) {
        return new Share(
                row.id,
                row.recordId,
                row.owner,
                sealed.open(row.recordId, row.terms, Terms.class),
                Flags.of(row.flags),
                row.madeAt,
                row.until,
                row.maxUses,
                row.uses,
                row.wrongPasscodes,
                row.endedAt,
                row.told);
    }
}
