package hoso.chassis.event;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
    private final KafkaSettings settings;
    private final MeterRegistry meters;
    private @Nullable KafkaProducer<String, byte[]> producer;

    DeadLetters(KafkaSettings settings, MeterRegistry meters) {
        this.settings = settings;
        this.meters = meters;
    }

    /// Puts the record aside, durably, before the consumer goes on.
    void put(ConsumerRecord<String, byte[]> record, String group, Throwable reason) {
        var dead = new ProducerRecord<>(group + "." + record.topic() + ".dead", record.key(), record.value());
        record.headers().forEach(dead.headers()::add);
        // The class of the fault and not its text: a text may quote what a citizen sent.
        header(dead, "dead-reason", reason.getClass().getName());
        header(dead, "dead-partition", Integer.toString(record.partition()));
        header(dead, "dead-offset", Long.toString(record.offset()));
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
