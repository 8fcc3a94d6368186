package hoso.notification.tracking;

import hoso.chassis.work.StuckCount;
import hoso.chassis.work.StuckSource;
import hoso.chassis.work.StuckTable;
import hoso.chassis.work.StuckTables;
import hoso.notification.delivery.Channel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// Messages that do not get out, by channel: tried too often, overdue, or with a fate that nobody knows. What was given
/// up for good is seen by the citizen and counted by `deliveries_total`.
@ApplicationScoped
class StuckDeliveryRows implements StuckSource {
    private static final StuckTable TABLE = new StuckTable(
            "delivery", "'deliveries-' || channel", "planned_at", "state || coalesce(' ' || reason, '')", """
            state in ('PLANNED', 'SENDING', 'UNKNOWN')
            and (attempts >= :failures or due_at <= :before or (state = 'UNKNOWN' and changed_at <= :before))
            """);

    private final StuckTables stuck;

    StuckDeliveryRows(StuckTables stuck) {
        this.stuck = stuck;
    }

    @Override
    public List<String> workers() {
        return Stream.of(Channel.values())
                .map(channel -> "deliveries-" + channel)
                .toList();
    }

    @Override
    public List<StuckCount> stuck(int failures, Instant before) {
        return stuck.count(TABLE, failures, before);
    }
}
