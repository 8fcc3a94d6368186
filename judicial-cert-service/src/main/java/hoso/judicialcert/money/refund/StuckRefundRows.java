package hoso.judicialcert.money.refund;

import hoso.chassis.work.StuckCount;
import hoso.chassis.work.StuckSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/// Money that is owed back and does not get there: the bank does not answer, does not tell where it came from, or
/// refused. The reason is the state of the oldest.
@ApplicationScoped
class StuckRefundRows implements StuckSource {
    private static final String WORKER = "refunds";
    private static final String STUCK = """
            select count(*) items, min(owed_at) oldest, (array_agg(status order by owed_at))[1] status
            from refund
            where status = 'FAILED'
               or (status in ('OWED', 'ORDERED', 'UNKNOWN')
                   and (attempts >= :failures or (next_at <= :before and owed_at <= :before)))
            """;

    private final EntityManager entities;

    StuckRefundRows(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public List<String> workers() {
        return List.of(WORKER);
    }

    @Override
    @Transactional
    public List<StuckCount> stuck(int failures, Instant before) {
        var row = (Tuple) entities.createNativeQuery(STUCK, Tuple.class)
                .setParameter("failures", failures)
                .setParameter("before", before)
                .getSingleResult();
        var items = row.get("items", Long.class);
        return items == 0
                ? List.of()
                : List.of(new StuckCount(
                        WORKER, items, row.get("oldest", Instant.class), row.get("status", String.class)));
    }
}
