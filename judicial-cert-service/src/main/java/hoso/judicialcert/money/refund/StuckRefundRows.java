package hoso.judicialcert.money.refund;

import hoso.chassis.work.StuckCount;
import hoso.chassis.work.StuckSource;
import hoso.chassis.work.StuckTable;
import hoso.chassis.work.StuckTables;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/// Money that is owed back and does not get there: the bank does not answer, does not tell where it came from, or
/// refused. The reason is the state of the oldest.
@ApplicationScoped
class StuckRefundRows implements StuckSource {
    private static final StuckTable TABLE = new StuckTable("refund", "'refunds'", "owed_at", "status", """
            status = 'FAILED'
            or (status in ('OWED', 'ORDERED', 'UNKNOWN')
                and (attempts >= :failures or (next_at <= :before and owed_at <= :before)))
            """);

    private final StuckTables stuck;

    StuckRefundRows(StuckTables stuck) {
        this.stuck = stuck;
    }

    @Override
    public List<String> workers() {
        return List.of("refunds");
    }

    @Override
    public List<StuckCount> stuck(int failures, Instant before) {
        return stuck.count(TABLE, failures, before);
    }
}
