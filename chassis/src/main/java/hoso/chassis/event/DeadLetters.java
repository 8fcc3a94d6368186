package hoso.chassis.event;

import hoso.chassis.problem.Faults;
import hoso.chassis.work.StuckItems;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Where an event goes that could not be taken in: as it came, with the reason beside it, waiting for a person.
@Singleton
class DeadLetters {
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);
    private static final Duration REMEMBER = Duration.ofMinutes(1);
    private final KafkaSettings settings;
    private final MeterRegistry meters;
    private final StuckItems stuck;
    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private @Nullable KafkaProducer<String, byte[]> producer;

    DeadLetters(KafkaSettings settings, MeterRegistry meters, StuckItems stuck) {
        this.settings = settings;
        this.meters = meters;
        this.stuck = stuck;
    }

    /// The events of a group that lie dead, and when (monotonic nanoseconds) the database was asked for them.
    private record Known(Set<UUID> events, long at) {}

    /// A group took an event in. One that lay dead was sent again: nobody has to see to it any more.
    void taken(String group, UUID event) {
        var now = System.nanoTime();
        var dead = known.get(group);
        if (dead == null || now - dead.at() > REMEMBER.toNanos()) {
            dead = new Known(stuck.of(group), now);
            known.put(group, dead);
        }
        if (dead.events().contains(event)) {
            stuck.done(group, event);
            known.remove(group);
        }
    }

    /// Puts the record aside, durably, before the consumer goes on.
    void put(ConsumerRecord<String, byte[]> record, String group, Throwable reason) {
        var dead = new ProducerRecord<>(group + "." + record.topic() + ".dead", record.key(), record.value());
        record.headers().forEach(dead.headers()::add);
        // The class of the fault and not its text: a text may quote what a citizen sent.
        header(dead, "dead-reason", reason.getClass().getName());
        header(dead, "dead-partition", Integer.toString(record.partition()));
        header(dead, "dead-offset", Long.toString(record.offset()));
        // First the row that tells an operator: coming twice it is one row, and no dead letter lies unseen.
        stuck.leftToPerson(
                group,
                item(record),
                record.topic() + " " + record.partition() + " " + record.offset() + " " + Faults.trace(reason));
        known.remove(group);
        try {
            producer().send(dead).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the dead letter could not be written", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while writing a dead letter", e);
        }
        meters.counter("hoso.events.dead", "group", group, "topic", record.topic())
                .increment();
        LOG.warnf(
                "event put aside group=%s topic=%s partition=%d offset=%d reason=%s",
                group,
                record.topic(),
                record.partition(),
                record.offset(),
                reason.getClass().getSimpleName());
    }

    private synchronized KafkaProducer<String, byte[]> producer() {
        if (producer == null) {
            producer = settings.producer("dead-letters");
        }
        return producer;
    }

    /// The id of the event, or one made of where the record lies when it bears none.
    private static UUID item(ConsumerRecord<String, byte[]> record) {
        var header = record.headers().lastHeader("ce_id");
        try {
            return UUID.fromString(new String(header == null ? new byte[0] : header.value(), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
            var place = record.topic() + "/" + record.partition() + "/" + record.offset();
            return UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    @PreDestroy
    synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(2));
        }
    }
}
