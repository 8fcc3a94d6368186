package hoso.chassis.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/// Counts what is stuck in the tables of the service.
@ApplicationScoped
class StuckRows implements StuckTables {
    private final EntityManager entities;

    StuckRows(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    @Transactional
    public List<StuckCount> count(StuckTable table, int failures, Instant before) {
        var query = entities.createNativeQuery(table.count(), Tuple.class);
        for (var parameter : query.getParameters()) {
            query.setParameter(parameter.getName(), "failures".equals(parameter.getName()) ? failures : before);
        }
        List<?> rows = query.getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> new StuckCount(
                        row.get("worker", String.class),
                        row.get("items", Long.class),
                        row.get("oldest", Instant.class),
                        row.get("reason", String.class)))
                .toList();
    }
}
