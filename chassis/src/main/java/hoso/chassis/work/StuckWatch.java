package hoso.chassis.work;

import hoso.chassis.activity.Active;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

/// Counts what is stuck, for the gauge `hoso_stuck_items{worker=}` and for the health of the service. Every replica
/// counts the same database, so an alert takes the maximum.
@Singleton
class StuckWatch {
    private final Instance<StuckSource> sources;
    private final StuckItemRows rows;
    private final Workers workers;
    private final WorkConfig config;
    private final Clock clock;
    private final MultiGauge gauge;
    private final Worker worker;
    private volatile List<StuckCount> latest = List.of();

    StuckWatch(
            @Any Instance<StuckSource> sources,
            StuckItemRows rows,
            Workers workers,
            WorkConfig config,
            MeterRegistry meters,
            Clock clock) {
        this.sources = sources;
        this.rows = rows;
        this.workers = workers;
        this.config = config;
        this.clock = clock;
        this.gauge = MultiGauge.builder("hoso.stuck.items")
                .description("items of a worker that failed too often or wait too long")
                .register(meters);
        this.worker = workers.worker("stuck-watch", config.count(), new Worker.Cases() {
            @Override
            public List<UUID> waiting() {
                count();
                return List.of();
            }

            @Override
            public boolean take(UUID id) {
                return false;
            }
        });
    }

    void start(@Observes Active active) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent event) {
        worker.end();
    }

    /// What was stuck when it was last counted.
    List<StuckCount> latest() {
        return latest;
    }

    void count() {
        var now = clock.instant();
        rows.forget(now.minus(config.forgetAfter()));
        var counts = new TreeMap<String, Long>();
        workers.names().forEach(name -> counts.put(name, 0L));
        sources.forEach(source -> source.workers().forEach(name -> counts.put(name, 0L)));
        var found = sources.stream()
                .flatMap(source -> source.stuck(config.stuckFailures(), now.minus(config.stuckAfter())).stream())
                .toList();
        found.forEach(one -> counts.merge(one.worker(), one.items(), Long::sum));
        gauge.register(
                counts.entrySet().stream()
                        .map(one -> MultiGauge.Row.of(Tags.of("worker", one.getKey()), one.getValue()))
                        .toList(),
                true);
        latest = found;
    }
}
