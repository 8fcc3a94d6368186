package hoso.notification.tracking;

import hoso.chassis.work.StuckCount;
import hoso.chassis.work.StuckSource;
import hoso.notification.delivery.Channel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// Messages that do not get out, by channel: tried too often, overdue, or with a fate that nobody knows. What was given
/// up for good is seen by the citizen and counted by `deliveries_total`.
@ApplicationScoped
class StuckDeliveryRows implements StuckSource {
    private static final String STUCK = """
            select channel, count(*) items, min(planned_at) oldest,
                   (array_agg(state || coalesce(' ' || reason, '') order by planned_at))[1] reason
            from delivery
            where state in ('PLANNED', 'SENDING', 'UNKNOWN')
              and (attempts >= :failures or due_at <= :before or (state = 'UNKNOWN' and changed_at <= :before))
            group by channel order by channel
            """;

    private final EntityManager entities;

    StuckDeliveryRows(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public List<String> workers() {
        return Stream.of(Channel.values())
                .map(channel -> "deliveries-" + channel)
                .toList();
    }

    @Override
    @Transactional
    public List<StuckCount> stuck(int failures, Instant before) {
        List<?> rows = entities.createNativeQuery(STUCK, Tuple.class)
                .setParameter("failures", failures)
                .setParameter("before", before)
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> new StuckCount(
                        "deliveries-" + row.get("channel", String.class),
                        row.get("items", Long.class),
                        row.get("oldest", Instant.class),
                        row.get("reason", String.class)))
                .toList();
    }
}
