package hoso.chassis.relay;

import hoso.chassis.activity.Active;
import hoso.chassis.event.KafkaSettings;
import hoso.chassis.problem.Faults;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Keeps facts flowing. One replica of the service leads and relays; the others stand by and take over when its lock
/// falls free. The engine inside may end for many reasons while the process lives on: it is begun again, always.
@Singleton
class Relay implements Runnable {
    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final Duration STANDBY = Duration.ofMillis(500);
    private static final Duration WATCH = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /// What this replica does at the moment.
    enum Role {
        STARTING,
        STANDBY,
        LEADER,
        STOPPED
    }

    private final Database database;
    private final KafkaSettings kafka;
    private final Reconciler reconciler;
    private final Housekeeping housekeeping;
    private final RelayConfig config;
    private final Slot slot;
    private final Published published;
    private final AtomicLong lag = new AtomicLong();
    private final AtomicLong restarts = new AtomicLong();
    private final Thread thread =
            Thread.ofPlatform().name("outbox-relay").daemon().unstarted(this);
    private volatile Role role = Role.STARTING;
    private volatile boolean stopping;

    Relay(
            Database database,
            KafkaSettings kafka,
            Reconciler reconciler,
            Housekeeping housekeeping,
            RelayConfig config,
            MeterRegistry meters,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.database = database;
        this.kafka = kafka;
        this.reconciler = reconciler;
        this.housekeeping = housekeeping;
        this.config = config;
        this.published =
                new Published(clock, config.grace().plus(config.reconcileEvery().multipliedBy(2)));
        this.slot = new Slot(config.slot().orElse(service.replaceAll("[^a-z0-9]+", "_") + "_outbox"));
        meters.gauge("hoso.relay.lag.bytes", lag);
        meters.gauge("hoso.relay.leader", this, relay -> relay.role == Role.LEADER ? 1 : 0);
        meters.more().counter("hoso.relay.published", java.util.List.of(), published, Published::count);
        meters.more().counter("hoso.relay.restarts", java.util.List.of(), restarts);
    }

    void start(@Observes Active active) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        if (thread.getState() == Thread.State.NEW) {
            return; // a passive instance never began
        }
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    Role role() {
        return role;
    }

    boolean hasEnded() {
        return !stopping && thread.getState() == Thread.State.TERMINATED;
    }

    long published() {
        return published.count();
    }

    long restarts() {
        return restarts.get();
    }

    @Override
    public void run() {
        var pause = STANDBY;
        while (!stopping) {
            try {
                var right = Leadership.seek(database);
                if (right.isEmpty()) {
                    role = Role.STANDBY;
                    pause(STANDBY);
                    continue;
                }
                try (var leadership = right.get()) {
                    role = Role.LEADER;
                    LOG.infof("relaying slot=%s", slot.name());
                    pause = lead(leadership) ? STANDBY : longer(pause);
                }
            } catch (SQLException | RuntimeException e) {
                LOG.warnf("relay begins again: %s", Faults.trace(e));
                pause = longer(pause);
            }
            role = stopping ? Role.STOPPED : Role.STARTING;
            restarts.incrementAndGet();
            if (!stopping) {
                pause(pause);
            }
        }
        role = Role.STOPPED;
    }

    /// Relays until the engine or the right ends.
    ///
    /// @return whether anything was published, so that a next failure is a new one
    private boolean lead(Leadership leadership) throws SQLException {
        var before = published.count();
        var isGap = slot.prepare(leadership.connection());
        var producer = kafka.producer("relay");
        var engine = new Engine(Engine.settings(database, slot, config), producer, published, config.gather());
        var running = CompletableFuture.supplyAsync(
                engine::run,
                task -> Thread.ofPlatform().name("outbox-engine").daemon().start(task));
        var reconciling =
                Thread.ofPlatform().name("outbox-reconciler").daemon().start(() -> keepReconciled(producer, isGap));
        try {
            watch(leadership, running);
        } finally {
            reconciling.interrupt();
            engine.close();
            producer.close(Duration.ofSeconds(1));
            await(reconciling);
            lag.set(0);
        }
        return published.count() > before;
    }

    private void watch(Leadership leadership, CompletableFuture<@Nullable String> running) throws SQLException {
        while (!stopping) {
            try {
                var failure = running.get(WATCH.toMillis(), TimeUnit.MILLISECONDS);
                LOG.warnf("relay engine ended: %s", failure);
                return;
            } catch (TimeoutException _) {
                if (!leadership.isHeld()) {
                    LOG.warn("the right to relay is lost");
                    return;
                }
                lag.set(slot.lag(leadership.connection()));
            } catch (java.util.concurrent.ExecutionException | CompletionException e) {
                LOG.warnf("relay engine failed: %s", Faults.trace(e));
                return;
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private void keepReconciled(KafkaProducer<String, byte[]> producer, boolean isGap) {
        var gap = isGap;
        while (!stopping && !Thread.currentThread().isInterrupted()) {
            try {
                reconciler.reconcile(producer, published, gap);
                gap = false;
                housekeeping.tidy();
            } catch (InterruptedException _) {
                return;
            } catch (SQLException | RuntimeException e) {
                if (!stopping && !Thread.currentThread().isInterrupted()) {
                    LOG.warnf("reconciler begins again: %s", Faults.trace(e));
                }
            }
            if (!sleep(config.reconcileEvery())) {
                return;
            }
        }
    }

    private void pause(Duration duration) {
        if (!sleep(duration)) {
            stopping = stopping || Thread.currentThread() == thread;
        }
    }

    /// Whether it slept to the end.
    private static boolean sleep(Duration duration) {
        try {
            Thread.sleep(duration);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void await(Thread thread) {
        try {
            thread.join(Duration.ofSeconds(3));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static Duration longer(Duration pause) {
        var doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }
}
