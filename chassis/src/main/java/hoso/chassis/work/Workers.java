package hoso.chassis.work;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/// Makes the workers of a service, and knows their names.
@Singleton
public class Workers {
    private final StuckItems stuck;
    private final WorkConfig config;
    private final Set<String> names = new ConcurrentSkipListSet<>();

    Workers(StuckItems stuck, WorkConfig config) {
        this.stuck = stuck;
        this.config = config;
    }

    /// A worker, not started yet.
    ///
    /// @param name of the worker in logs, in `stuck_item` and in the gauge; one per service
    /// @param pause between two looks while nothing waits
    public Worker worker(String name, Duration pause, Worker.Cases cases) {
        names.add(name);
        return new Worker(name, pause, cases, stuck, config.stuckFailures());
    }

    List<String> names() {
        return List.copyOf(names);
    }
}
