package hoso.bench.relay;

import hoso.bench.parts.Lifeline;
import io.debezium.engine.ChangeEvent;
import io.debezium.engine.DebeziumEngine;
import io.debezium.engine.format.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/// The relay as the documentation of Debezium shows it: embedded engine, outbox table, event router, JSON,
/// offsets in a file. What is not set has its default. Schemas are left out of the JSON, in favour of this
/// contender.
public final class TextbookRelay {

    private TextbookRelay() {}

    public static void main(String[] arguments) throws Exception {
        Lifeline.hold();
        var address = Address.fromEnvironment();
        try (var producer = new KafkaProducer<>(address.producer(), new StringSerializer(), new StringSerializer());
                var engine = DebeziumEngine.create(Json.class)
                        .using(settings(address, Path.of("textbook-" + address.database() + ".offsets")))
                        .notifying((DebeziumEngine.ChangeConsumer<ChangeEvent<String, String>>)
                                (events, committer) -> relay(events, committer, producer))
                        .build()) {
            engine.run();
        }
    }

    private static void relay(
            List<ChangeEvent<String, String>> events,
            DebeziumEngine.RecordCommitter<ChangeEvent<String, String>> committer,
            KafkaProducer<String, String> producer)
            throws InterruptedException {
        var records = new ArrayList<ProducerRecord<String, String>>(events.size());
        for (var event : events) {
            records.add(new ProducerRecord<>(event.destination(), event.key(), event.value()));
        }
        Batch.publish(producer, records);
        for (var event : events) {
            committer.markProcessed(event);
        }
        committer.markBatchFinished();
    }

    private static Properties settings(Address address, Path offsets) {
        var settings = new Properties();
        settings.put("name", "textbook");
        settings.put("connector.class", "io.debezium.connector.postgresql.PostgresConnector");
        settings.put("offset.storage", "org.apache.kafka.connect.storage.FileOffsetBackingStore");
        settings.put("offset.storage.file.filename", offsets.toAbsolutePath().toString());
        settings.put("plugin.name", "pgoutput");
        settings.put("database.hostname", "localhost");
        settings.put("database.port", Integer.toString(address.port()));
        settings.put("database.dbname", address.database());
        settings.put("database.user", address.database());
        settings.put("database.password", address.password());
        settings.put("topic.prefix", "textbook");
        settings.put("table.include.list", "public.outbox");
        // The default needs a superuser; which table is published does not change the cost.
        settings.put("publication.autocreate.mode", "filtered");
        settings.put("tombstones.on.delete", "false");
        settings.put("key.converter.schemas.enable", "false");
        settings.put("value.converter.schemas.enable", "false");
        settings.put("converter.schemas.enable", "false");
        settings.put("transforms", "outbox");
        settings.put("transforms.outbox.type", "io.debezium.transforms.outbox.EventRouter");
        settings.put("transforms.outbox.route.topic.replacement", "${routedByValue}");
        return settings;
    }
}
