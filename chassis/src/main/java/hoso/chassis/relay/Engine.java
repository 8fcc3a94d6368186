package hoso.chassis.relay;

import hoso.chassis.event.Message;
import io.debezium.embedded.Connect;
import io.debezium.engine.DebeziumEngine;
import io.debezium.engine.RecordChangeEvent;
import io.debezium.engine.format.ChangeEventFormat;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Future;
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
/// A batch is confirmed to the slot when Kafka has all of it and all before it; meanwhile the next ones are sent.
final class Engine implements DebeziumEngine.ChangeConsumer<RecordChangeEvent<SourceRecord>> {
    private static final Logger LOG = Logger.getLogger(Engine.class);

    /// A turn of the consumer: between two of them Debezium confirms to the database and sees whether its reader
    /// failed.
    private static final Duration TURN = Duration.ofMillis(250);

    private final KafkaProducer<String, byte[]> producer;
    private final Published published;
    private final Duration gather;
    private final DebeziumEngine<RecordChangeEvent<SourceRecord>> engine;
    private final UnderWay underWay = new UnderWay();
    private volatile @Nullable String failure;

    /// @param published hears what Kafka has acknowledged
    /// @param gather how long events are gathered once the first has come
    Engine(Properties settings, KafkaProducer<String, byte[]> producer, Published published, Duration gather) {
        this.producer = producer;
        this.published = published;
        this.gather = gather;
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
        settings.put("message.prefix.include.list", "outbox," + Marker.PREFIX);
        settings.put("snapshot.mode", "no_data");
        settings.put("offset.storage", "org.apache.kafka.connect.storage.MemoryOffsetBackingStore");
        settings.put("offset.flush.interval.ms", Long.toString(config.flush().toMillis()));
        // An idle service beside a busy one must let the log go, or the slot is lost one day.
        settings.put("lsn.flush.mode", "connector_and_driver");
        // The confirmation waits for a lock that the reader holds nearly always, and publishing would wait with it.
        // Left behind, it is made as soon as the reader lets go; the driver sends its own each second.
        settings.put("lsn.flush.timeout.ms", "1");
        settings.put("lsn.flush.timeout.action", "ignore");
        settings.put("status.update.interval.ms", "1000");
        // Comes through here like an event, so that what was published last is confirmed soon, too.
        settings.put("heartbeat.interval.ms", "1000");
        settings.put("driver.socketFactory", WaitingSockets.class.getName());
        // In the middle of a message, or of an answer, nothing is waited for longer than this (seconds).
        settings.put("driver.connectTimeout", "3");
        settings.put("driver.socketTimeout", "30");
        settings.put("driver.classLoaderStrategy", "driver-first");
        // What waits is the socket, and this class on its queue: the reader's own pause between looks is the shortest.
        settings.put("poll.interval.ms", "1");
        settings.put("queue.provider.type", EventQueue.NAME);
        settings.put("max.batch.size", Integer.toString(EventQueue.BATCH));
        settings.put("max.queue.size", Integer.toString(EventQueue.FULL));
        settings.put("slot.max.retries", "20");
        settings.put("slot.retry.delay.ms", "250");
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

    /// Sends on what comes while its turn lasts, and confirms what Kafka has. While Kafka is away this waits: the
    /// database keeps the log, requests go on.
    ///
    /// @param carriers one record that carries the queue
    @Override
    public void handleBatch(
            List<RecordChangeEvent<SourceRecord>> carriers,
            DebeziumEngine.RecordCommitter<RecordChangeEvent<SourceRecord>> committer)
            throws InterruptedException {
        var carrier = carriers.getLast();
        var queue = EventQueue.in(carrier.record());
        var begin = System.nanoTime();
        for (var left = TURN; left.isPositive(); left = TURN.minusNanos(System.nanoTime() - begin)) {
            var events = queue.take(left, gather);
            if (!events.isEmpty()) {
                send(events);
            }
            for (var batch = underWay.acknowledged(); batch != null; batch = underWay.acknowledged()) {
                confirm(batch, carrier, committer);
            }
        }
    }

    private void send(List<SourceRecord> events) {
        var records = new ArrayList<ProducerRecord<String, byte[]>>(events.size());
        var markers = new ArrayList<Long>(0);
        for (var event : events) {
            if (event.value() instanceof Struct value && value.schema().field("message") != null) {
                var message = value.getStruct("message");
                var marker = Marker.read(message);
                if (marker == null) {
                    records.add(Message.read(Marker.content(message)));
                } else {
                    markers.add(marker);
                }
            }
        }
        underWay.add(new UnderWay.Batch(
                records, markers, send(records, producer), events.getLast().sourceOffset()));
    }

    private void confirm(
            UnderWay.Batch batch,
            RecordChangeEvent<SourceRecord> carrier,
            DebeziumEngine.RecordCommitter<RecordChangeEvent<SourceRecord>> committer)
            throws InterruptedException {
        var offsets = committer.buildOffsets();
        batch.offset().forEach(offsets::set);
        committer.markProcessed(carrier, offsets);
        committer.markBatchFinished();
        published.add(batch.records(), batch.markers());
    }

    /// Publishes records in their order and returns when Kafka has all of them.
    static void publish(List<ProducerRecord<String, byte[]>> records, KafkaProducer<String, byte[]> producer) {
        UnderWay.await(send(records, producer));
    }

    private static List<Future<RecordMetadata>> send(
            List<ProducerRecord<String, byte[]>> records, KafkaProducer<String, byte[]> producer) {
        var sent = new ArrayList<Future<RecordMetadata>>(records.size());
        records.forEach(record -> sent.add(producer.send(record)));
        return sent;
    }

    private static String reason(@Nullable String message, @Nullable Throwable error) {
        return error == null ? String.valueOf(message) : error.getClass().getSimpleName() + ": " + message;
    }
}
