package hoso.chassis.work;

import java.time.Instant;
import java.util.List;

/// Counts what is stuck in a table, for every [StuckSource].
public interface StuckTables {

    /// A worker without stuck items is not named.
    ///
    /// @param failures so many attempts make an item stuck
    /// @param before what waits since before then is stuck
    List<StuckCount> count(StuckTable table, int failures, Instant before);
}
