package hoso.notification.delivery;

import hoso.chassis.activity.Active;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Works off the deliveries that are due: takes a few, hands each over on a thread of its own, records what came of it.
/// Any number of replicas may do so at once. What dies on the way is found by the end of its lease.
@ApplicationScoped
class Dispatcher {
    private static final Logger LOG = Logger.getLogger(Dispatcher.class);
    private static final Duration RECORDING_PAUSE = Duration.ofSeconds(1);

    private final TakeDueDeliveries due;
    private final RecordOutcome outcomes;
    private final DeliveryConfig config;
    private final Clock clock;
    private final Map<Channel, Sender> senders = new EnumMap<>(Channel.class);
    private final Semaphore hands;
    private @Nullable ExecutorService workers;
    private @Nullable Thread loop;
    private volatile boolean isStopping;

    Dispatcher(
            TakeDueDeliveries due,
            RecordOutcome outcomes,
            DeliveryConfig config,
            Instance<Sender> senders,
            Clock clock) {
        this.due = due;
        this.outcomes = outcomes;
        this.config = config;
        this.clock = clock;
        this.hands = new Semaphore(config.atOnce());
        senders.forEach(sender -> this.senders.put(sender.channel(), sender));
    }

    void start(@Observes Active active) {
        workers = Executors.newVirtualThreadPerTaskExecutor();
        loop = Thread.ofVirtual().name("dispatcher").start(this::work);
    }

    /// Lets what is being handed over come to its end, within the grace the service has.
    void stop(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
        isStopping = true;
        if (loop != null) {
            loop.interrupt();
            loop.join();
        }
        if (workers != null) {
            workers.shutdown();
            if (!workers.awaitTermination(8, TimeUnit.SECONDS)) {
                workers.shutdownNow();
            }
        }
    }

    private void work() {
        while (!isStopping) {
            try {
                if (round() == 0) {
                    Thread.sleep(config.poll());
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException | Error e) {
                // An Error too: this thread must not end while the service is said to be well.
                LOG.warnf("round failed: %s", e.getClass().getSimpleName());
                pause(RECORDING_PAUSE);
            }
        }
    }

    private int round() throws InterruptedException {
        hands.acquire();
        hands.release();
        var taken = due.take(hands.availablePermits());
        for (var delivery : taken) {
            hands.acquire();
            Objects.requireNonNull(workers).execute(() -> {
                try {
                    handOver(delivery);
                } finally {
                    hands.release();
                }
            });
        }
        return taken.size();
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
