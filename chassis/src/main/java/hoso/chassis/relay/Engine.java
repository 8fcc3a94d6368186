package hoso.chassis.relay;

import hoso.chassis.event.Message;
import io.debezium.embedded.Connect;
import io.debezium.engine.DebeziumEngine;
import io.debezium.engine.RecordChangeEvent;
import io.debezium.engine.format.ChangeEventFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// One run of the embedded Debezium engine: reads logical messages from the slot in commit order and publishes each as
/// the Kafka record it already is. Ends when the database or the slot goes away; a new run goes on where the slot is.
///
/// The slot is the only memory: with offsets kept beside it there would be two truths, and after a crash they differ.
final class Engine implements DebeziumEngine.ChangeConsumer<RecordChangeEvent<SourceRecord>> {
    private static final Logger LOG = Logger.getLogger(Engine.class);
    private final KafkaProducer<String, byte[]> producer;
    private final LongConsumer published;
    private final DebeziumEngine<RecordChangeEvent<SourceRecord>> engine;
    private volatile @Nullable String failure;

    Engine(Properties settings, KafkaProducer<String, byte[]> producer, LongConsumer published) {
        this.producer = producer;
        this.published = published;
        this.engine = DebeziumEngine.create(ChangeEventFormat.of(Connect.class))
                .using(settings)
                .using(Engine.class.getClassLoader())
                .using((success, message, error) -> failure = success ? null : reason(message, error))
                .notifying(this)
                .build();
    }

    /// Settings of the engine, each for a reason that was measured or suffered.
    static Properties settings(Database database, Slot slot, RelayConfig config) {
        var settings = new Properties();
        settings.put("name", slot.name());
        settings.put("connector.class", "io.debezium.connector.postgresql.PostgresConnector");
        settings.put("plugin.name", "pgoutput");
        settings.put("database.hostname", database.host());
        settings.put("database.port", Integer.toString(database.port()));
        settings.put("database.dbname", database.name());
        settings.put("database.user", database.user());
        settings.put("database.password", database.password());
        settings.put("topic.prefix", "outbox");
        settings.put("slot.name", slot.name());
        settings.put("slot.drop.on.stop", "false");
        settings.put("publication.name", "outbox");
        settings.put("publication.autocreate.mode", "disabled");
        // Messages, no tables: nothing to snapshot, no schema to follow, four times cheaper per event than rows.
        settings.put("table.include.list", "no\\.table");
        settings.put("message.prefix.include.list", "outbox");
        settings.put("snapshot.mode", "no_data");
        settings.put("offset.storage", "org.apache.kafka.connect.storage.MemoryOffsetBackingStore");
        settings.put("offset.flush.interval.ms", Long.toString(config.flush().toMillis()));
        // An idle service beside a busy one must let the log go, or the slot is lost one day.
        settings.put("lsn.flush.mode", "connector_and_driver");
        settings.put("heartbeat.interval.ms", "5000");
        settings.put("poll.interval.ms", Long.toString(config.poll().toMillis()));
        // A longer queue is no faster, and fills a heap of 160 MB: its full collections are seen in the latency.
        settings.put("max.batch.size", "1024");
        settings.put("max.queue.size", "2048");
        settings.put("slot.max.retries", "5");
        settings.put("slot.retry.delay.ms", "1000");
        settings.put("retriable.restart.connector.wait.ms", "1000");
        // Switched on, it has silently lost committed rows in versions before 3.7.
        settings.put("provide.transaction.metadata", "false");
        settings.put("extended.headers.enabled", "false");
        return settings;
    }

    /// Runs until closed or failed.
    ///
    /// @return why it ended, or null when it was closed
    @Nullable
    String run() {
        engine.run();
        return failure;
    }

    void close() {
        try {
            engine.close();
        } catch (IOException | IllegalStateException e) {
            LOG.debugf(e, "engine already closed");
        }
    }

    /// Publishes a batch and confirms it only when Kafka has all of it. While Kafka is away this waits: the database
    /// keeps the log, requests go on.
    @Override
    public void handleBatch(
            List<RecordChangeEvent<SourceRecord>> events,
            DebeziumEngine.RecordCommitter<RecordChangeEvent<SourceRecord>> committer)
            throws InterruptedException {
        var records = new ArrayList<ProducerRecord<String, byte[]>>(events.size());
        for (var event : events) {
            var record = record(event.record());
            if (record != null) {
                records.add(record);
            }
        }
        publish(records, producer);
        // The slot is one line: whoever has its last event has all before it.
        committer.markProcessed(events.getLast());
        committer.markBatchFinished();
        published.accept(records.size());
    }

    /// Publishes records in their order and returns when Kafka has all of them.
    static void publish(List<ProducerRecord<String, byte[]>> records, KafkaProducer<String, byte[]> producer) {
        var sent = new ArrayList<Future<RecordMetadata>>(records.size());
        records.forEach(record -> sent.add(producer.send(record)));
        for (var one : sent) {
            try {
                one.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("Kafka refused an event; it is told again", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped while telling", e);
            }
        }
    }

    private static @Nullable ProducerRecord<String, byte[]> record(SourceRecord record) {
        if (!(record.value() instanceof Struct value) || value.schema().field("message") == null) {
            return null; // a heartbeat
        }
        return switch (value.getStruct("message").get("content")) {
            case byte[] bytes -> Message.read(bytes);
            case ByteBuffer buffer -> {
                var bytes = new byte[buffer.remaining()];
                buffer.duplicate().get(bytes);
                yield Message.read(bytes);
            }
            default -> throw new IllegalStateException("a logical message without bytes");
        };
    }

    private static String reason(@Nullable String message, @Nullable Throwable error) {
        return error == null ? String.valueOf(message) : error.getClass().getSimpleName() + ": " + message;
    }
}
