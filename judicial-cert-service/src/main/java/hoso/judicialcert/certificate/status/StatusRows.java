package hoso.judicialcert.certificate.status;

import hoso.judicialcert.person.CertificateId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The standings of certificates and of their copies, by their places in the lists.
@ApplicationScoped
class StatusRows implements Statuses {
    private static final String LISTS = """
            select distinct list from (
                select generate_series(0, (select coalesce(max(status_index), 0) / :entries from certificate)) list
                union all
                select generate_series(min(status_index) / :entries, max(status_index) / :entries) from copy_status
            ) used order by list
            """;
    private static final String NOT_VALID = """
            select status_index as index, standing from certificate
            where standing <> 'VALID' and status_index >= :from and status_index < :to
            union all
            select copy.status_index, standing from copy_status copy join certificate on id = certificate_id
            where standing <> 'VALID' and copy.status_index >= :from and copy.status_index < :to
            union all
            select status_index, decoy from certificate_status
            where decoy is not null and decoy_from <= :now and status_index >= :from and status_index < :to
            """;

    private static final String TAKE = """
            insert into certificate_status (status_index, decoy, decoy_from)
            values (:index, :decoy, cast(:from as timestamptz)) on conflict do nothing
            """;

    private final EntityManager entities;
    private final Clock clock;

    StatusRows(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    @Override
    @Transactional
    public List<Long> lists() {
        List<?> lists = entities.createNativeQuery(LISTS)
                .setParameter("entries", StatusIndex.ENTRIES)
                .getResultList();
        return lists.stream().map(list -> ((Number) list).longValue()).toList();
    }

    @Override
    @Transactional
    public Map<Integer, StatusBits.Status> notValid(long list) {
        List<?> rows = entities.createNativeQuery(NOT_VALID, Tuple.class)
                .setParameter("from", new StatusIndex(list, 0).index())
                .setParameter("to", new StatusIndex(list + 1, 0).index())
                .setParameter("now", clock.instant())
                .getResultList();
        var entries = new HashMap<Integer, StatusBits.Status>();
        for (var row : rows) {
            var tuple = (Tuple) row;
            entries.put(
                    StatusIndex.of(tuple.get("index", Number.class).longValue()).entry(),
                    StatusBits.Status.valueOf(tuple.get("standing", String.class)));
        }
        return entries;
    }

    @Override
    public boolean take(StatusIndex place, CertificateId certificate) {
        return entities.createNativeQuery(
                                "insert into copy_status values (:index, :certificate) on conflict do nothing")
                        .setParameter("index", place.index())
                        .setParameter("certificate", certificate.value())
                        .executeUpdate()
                == 1;
    }

    @Override
    public boolean takeForCertificate(StatusIndex place) {
        return take(place, null, null);
    }

    @Override
    public boolean takeForDecoy(StatusIndex place, StatusBits.Status turnsTo, Instant turnsAt) {
        return take(place, turnsTo.name(), turnsAt);
    }

    private boolean take(StatusIndex place, @Nullable String decoy, @Nullable Instant from) {
        return entities.createNativeQuery(TAKE)
                        .setParameter("index", place.index())
                        .setParameter("decoy", decoy)
                        .setParameter("from", from == null ? null : from.toString())
                        .executeUpdate()
                == 1;
    }

    @Override
    public long nextCertificate() {
        return ((Number) entities.createNativeQuery("select nextval('certificate_status_serial')")
                        .getSingleResult())
                .longValue();
    }

    @Override
    public long nextCopy() {
        return ((Number) entities.createNativeQuery("select nextval('copy_status_serial')")
                        .getSingleResult())
                .longValue();
    }
}
