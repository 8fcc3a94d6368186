package hoso.chassis.work;

import java.time.Instant;
import java.util.List;

/// Knows from its own tables which items do not get done. Every bean of this type is counted by the gauge
/// `hoso_stuck_items`, beside the items that a [Worker] or a listener put off.
public interface StuckSource {

    /// The workers whose items it knows. Each has a gauge from the start.
    List<String> workers();

    /// What is stuck now; a worker without stuck items is not named.
    ///
    /// @param failures so many attempts make an item stuck
    /// @param before what waits since before then is stuck, however often it was tried
    List<StuckCount> stuck(int failures, Instant before);
}
