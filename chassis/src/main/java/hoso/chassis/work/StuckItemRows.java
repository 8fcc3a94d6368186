package hoso.chassis.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Failed items in the table `stuck_item` of the service's database.
@ApplicationScoped
class StuckItemRows implements StuckItems, StuckSource {
    private static final String FAILED = """
            insert into stuck_item (worker, item, failures, reason, left_to_person, since, last_at)
            values (:worker, :item, 1, :reason, :person, :now, :now)
            on conflict (worker, item) do update
              set failures = stuck_item.failures + 1, reason = excluded.reason, last_at = excluded.last_at,
                  left_to_person = stuck_item.left_to_person or excluded.left_to_person
            returning failures
            """;
    private static final StuckTable TABLE = new StuckTable(
            "stuck_item", "worker", "since", "reason", "left_to_person or failures >= :failures or since <= :before");

    private final EntityManager entities;
    private final StuckTables stuck;
    private final Clock clock;

    StuckItemRows(EntityManager entities, StuckTables stuck, Clock clock) {
        this.entities = entities;
        this.stuck = stuck;
        this.clock = clock;
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public int failed(String worker, UUID item, String reason) {
        return add(worker, item, reason, false);
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public void leftToPerson(String worker, UUID item, String reason) {
        add(worker, item, reason, true);
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public void done(String worker, UUID item) {
        entities.createNativeQuery("delete from stuck_item where worker = :worker and item = :item")
                .setParameter("worker", worker)
                .setParameter("item", item)
                .executeUpdate();
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public Set<UUID> of(String worker) {
        List<?> items = entities.createNativeQuery("select item from stuck_item where worker = :worker")
                .setParameter("worker", worker)
                .getResultList();
        return items.stream().map(UUID.class::cast).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<String> workers() {
        return List.of();
    }

    @Override
    public List<StuckCount> stuck(int failures, Instant before) {
        return stuck.count(TABLE, failures, before);
    }

    /// Drops what nobody tried since then, and no person has to end.
    @Transactional(TxType.REQUIRES_NEW)
    void forget(Instant before) {
        entities.createNativeQuery("delete from stuck_item where last_at < :before and not left_to_person")
                .setParameter("before", before)
                .executeUpdate();
    }

    private int add(String worker, UUID item, String reason, boolean person) {
        return (int) entities.createNativeQuery(FAILED)
                .setParameter("worker", worker)
                .setParameter("item", item)
                .setParameter("reason", reason)
                .setParameter("person", person)
                .setParameter("now", clock.instant())
                .getSingleResult();
    }
}
