package hoso.judicialcert.agency;

import hoso.judicialcert.law.CertificateKind;
import hoso.judicialcert.person.CertificateId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// The feed of certificates in the database. Entries are ordered by the transaction that wrote them, and one is given
/// out only when no older transaction can still add another before it: a reader who goes on from where it was misses
/// none.
@ApplicationScoped
class FeedRows {
    private static final String AFTER = """
            select cast(cast(transaction as text) as bigint) as transaction, number, certificate_id, kind, agency, standing, at, digest
            from certificate_feed
            where (transaction, number) > (cast(cast(:transaction as text) as xid8), :number)
              and transaction < pg_snapshot_xmin(pg_current_snapshot())
              and kind in (:kinds)
            order by certificate_feed.transaction, number
            limit :limit
            """;

    private final EntityManager entities;

    FeedRows(EntityManager entities) {
        this.entities = entities;
    }

    @Transactional
    List<FeedEntry> after(FeedCursor place, Set<CertificateKind> kinds, int limit) {
        List<?> rows = entities.createNativeQuery(AFTER, Tuple.class)
                .setParameter("transaction", place.transaction())
                .setParameter("number", place.number())
                .setParameter("kinds", kinds.stream().map(Enum::name).toList())
                .setParameter("limit", limit)
                .getResultList();
        return rows.stream().map(Tuple.class::cast).map(FeedRows::entry).toList();
    }

    private static FeedEntry entry(Tuple row) {
        return new FeedEntry(
                new FeedCursor(row.get("transaction", Long.class), row.get("number", Long.class)),
                new CertificateId(row.get("certificate_id", UUID.class)),
                CertificateKind.valueOf(row.get("kind", String.class)),
                row.get("agency", String.class),
                row.get("standing", String.class),
                row.get("at", Instant.class),
                row.get("digest", String.class));
    }
}
