package hoso.healthrecord.visit;

import hoso.chassis.work.StuckCount;
import hoso.chassis.work.StuckSource;
import hoso.chassis.work.StuckTable;
import hoso.chassis.work.StuckTables;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/// Visits that were not filed into a record, because they do not name its holder for certain. Nobody tries them again:
/// the facility sends the visit anew, or an operator sees to it.
@ApplicationScoped
class StuckVisitRows implements StuckSource {
    private static final StuckTable TABLE =
            new StuckTable("held_visit", "'visits'", "held_at", "because", "held_at <= :before");

    private final StuckTables stuck;

    StuckVisitRows(StuckTables stuck) {
        this.stuck = stuck;
    }

    @Override
    public List<String> workers() {
        return List.of("visits");
    }

    @Override
    public List<StuckCount> stuck(int failures, Instant before) {
        return stuck.count(TABLE, failures, before);
    }
}
