package hoso.notification.delivery;

import hoso.chassis.activity.Active;
import hoso.chassis.work.Worker;
import hoso.chassis.work.Workers;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Works off the deliveries that are due: takes each, hands it over on a thread of its own, records what came of it.
/// Any number of replicas may do so at once. What dies on the way is found by the end of its lease.
@ApplicationScoped
class Dispatcher implements Worker.Cases {
    private static final Logger LOG = Logger.getLogger(Dispatcher.class);
    private static final Duration RECORDING_PAUSE = Duration.ofSeconds(1);

    private final TakeDueDelivery due;
    private final RecordOutcome outcomes;
    private final Clock clock;
    private final Map<Channel, Sender> senders = new EnumMap<>(Channel.class);
    private final Worker worker;
    private final Semaphore hands;
    private @Nullable ExecutorService threads;

    Dispatcher(
            TakeDueDelivery due,
            RecordOutcome outcomes,
            DeliveryConfig config,
            Instance<Sender> senders,
            Workers workers,
            Clock clock) {
        this.due = due;
        this.outcomes = outcomes;
        this.clock = clock;
        this.hands = new Semaphore(config.atOnce());
        this.worker = workers.worker("deliveries", config.poll(), this);
        senders.forEach(sender -> this.senders.put(sender.channel(), sender));
    }

    void start(@Observes Active active) {
        threads = Executors.newVirtualThreadPerTaskExecutor();
        worker.start();
    }

    /// Lets what is being handed over come to its end, within the grace the service has.
    void stop(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
        worker.end();
        if (threads != null) {
            threads.shutdown();
            if (!threads.awaitTermination(8, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        }
    }

    /// As many as there are hands free; whoever frees the last one wakes the worker.
    @Override
    public List<UUID> waiting() {
        var free = hands.availablePermits();
        return free == 0 ? List.of() : due.waiting(free);
    }

    @Override
    public boolean take(UUID id) {
        var taken = due.take(id);
        if (taken.filter(Delivery::isBeingSent).isPresent()) {
            hands.acquireUninterruptibly();
            Objects.requireNonNull(threads).execute(() -> {
                try {
                    handOver(taken.get());
                } finally {
                    letGo();
                }
            });
        }
        return taken.isPresent();
    }

    private void letGo() {
        var wasLast = hands.availablePermits() == 0;
        hands.release();
        if (wasLast) {
            worker.wake();
        }
    }

    private void handOver(Delivery delivery) {
        var lease = Objects.requireNonNull(delivery.lease());
        var outcome = send(delivery);
        // The message is out; a database that is away for a moment must not make it unknown. When the lease is over
        // somebody else has found it.
        while (!isRecorded(delivery, lease, outcome)) {
            if (!clock.instant().isBefore(Objects.requireNonNull(delivery.due())) || !pause(RECORDING_PAUSE)) {
                return;
            }
        }
    }

    private Outcome send(Delivery delivery) {
        var sender = senders.get(delivery.channel());
        if (sender == null) {
            return new Outcome.Refused("no-such-channel");
        }
        try {
            return sender.send(delivery);
        } catch (RuntimeException e) {
            // Nobody knows how far it came.
            LOG.errorf(
                    "delivery=%s sender failed: %s", delivery.id(), e.getClass().getSimpleName());
            return new Outcome.Lost("fault");
        }
    }

    private boolean isRecorded(Delivery delivery, UUID lease, Outcome outcome) {
        try {
            outcomes.record(delivery, lease, outcome);
            return true;
        } catch (RuntimeException e) {
            LOG.warnf(
                    "delivery=%s not recorded yet: %s",
                    delivery.id(), e.getClass().getSimpleName());
            return false;
        }
    }

    private static boolean pause(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
