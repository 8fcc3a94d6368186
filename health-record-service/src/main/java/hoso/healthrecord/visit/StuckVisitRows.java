package hoso.healthrecord.visit;

import hoso.chassis.work.StuckCount;
import hoso.chassis.work.StuckSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/// Visits that were not filed into a record, because they do not name its holder for certain. Nobody tries them again:
/// the facility sends the visit anew, or an operator sees to it.
@ApplicationScoped
class StuckVisitRows implements StuckSource {
    private static final String WORKER = "visits";
    private static final String STUCK = """
            select count(*) items, min(held_at) oldest,
                   (array_agg(because order by held_at))[1] reason
            from held_visit where held_at <= :before
            """;

    private final EntityManager entities;

    StuckVisitRows(EntityManager entities) {
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
                .setParameter("before", before)
                .getSingleResult();
        var items = row.get("items", Long.class);
        return items == 0
                ? List.of()
                : List.of(new StuckCount(
                        WORKER, items, row.get("oldest", Instant.class), row.get("reason", String.class)));
    }
}
