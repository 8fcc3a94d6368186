package hoso.chassis.relay;

import hoso.chassis.event.KafkaSettings;
import hoso.chassis.event.Message;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/// Looks whether every committed fact is on its topic, and publishes those that are not. Whatever way the relay
/// may have of losing something, known or not, ends here.
///
/// What is only late is not lost: the facts to be compared are read first, then a marker is written into the log, and
/// nothing is compared before the relay has come past it. What Kafka acknowledged to this process needs no second look;
/// what it did not is looked for on the topic itself.
@Singleton
class Reconciler {
    private static final Logger LOG = Logger.getLogger(Reconciler.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int WINDOW = 20_000;
    /// Clocks of database and broker may differ, and a record may carry the time of the batch before its own.
    private static final Duration SKEW = Duration.ofSeconds(30);

    private final Database database;
    private final KafkaSettings kafka;
    private final RelayConfig config;
    private final MeterRegistry meters;

    /// An outbox row that is looked for.
    ///
    /// @param isSettled whether it is older than the grace, so that nothing before it can still appear
    private record Fact(UUID id, String topic, Mark mark, boolean isSettled) {}

    Reconciler(Database database, KafkaSettings kafka, RelayConfig config, MeterRegistry meters) {
        this.database = database;
        this.kafka = kafka;
        this.config = config;
        this.meters = meters;
    }

    /// Where a comparison has come to, in the order (recorded_at, position).
    private record Mark(Instant recordedAt, long position) {}

    /// Compares everything recorded since the last comparison and older than the grace, which is longer than any
    /// transaction lasts: what is older has been committed or never will be.
    ///
    /// @param run of the relay, which knows what it published
    /// @param isGap whether the slot began anew: younger facts are compared, too, and once more later
    /// @return how many facts had to be published again
    int reconcile(KafkaProducer<String, byte[]> producer, Published run, boolean isGap)
            throws SQLException, InterruptedException {
        try (var connection = database.connect()) {
            var published = 0;
            var mark = checked(connection);
            // What comes of age while this runs is left to the next time: a busy service must not be compared without
            // end.
            var until = until(connection, isGap ? Duration.ZERO : config.grace());
            while (true) {
                var facts = facts(connection, mark, until);
                if (facts.isEmpty()) {
                    return published;
                }
                run.awaitPassed(Marker.write(connection));
                published += publishMissing(connection, facts, run, producer);
                mark = facts.getLast().mark();
                for (var fact : facts.reversed()) {
                    if (fact.isSettled()) {
                        remember(connection, fact.mark());
                        break;
                    }
                }
            }
        }
    }

    private int publishMissing(
            Connection connection, List<Fact> facts, Published run, KafkaProducer<String, byte[]> producer)
            throws SQLException {
        var missing = new LinkedHashMap<UUID, Fact>();
        facts.forEach(fact -> missing.put(fact.id(), fact));
        run.strikeOut(missing);
        if (!missing.isEmpty()) {
            strikeOutSeen(
                    missing, missing.firstEntry().getValue().mark().recordedAt().minus(SKEW));
        }
        if (missing.isEmpty()) {
            return 0;
        }
        LOG.warnf("%d facts were not on their topics and are published now", missing.size());
        Engine.publish(messages(connection, missing.keySet()), producer);
        meters.counter("hoso.outbox.told.again").increment(missing.size());
        return missing.size();
    }

    /// The records of these facts, in the order in which they were recorded.
    private static List<ProducerRecord<String, byte[]>> messages(Connection connection, Collection<UUID> facts)
            throws SQLException {
        var query = "select message from outbox where id = any (?) order by recorded_at, position";
        try (var statement = connection.prepareStatement(query)) {
            statement.setArray(1, connection.createArrayOf("uuid", facts.toArray()));
            try (var row = statement.executeQuery()) {
                var messages = new ArrayList<ProducerRecord<String, byte[]>>();
                while (row.next()) {
                    messages.add(Message.read(row.getBytes(1)));
                }
                return messages;
            }
        }
    }

    private void strikeOutSeen(Map<UUID, Fact> missing, Instant since) {
        var topics = missing.values().stream().map(Fact::topic).distinct().toList();
        try (var consumer = kafka.consumer("")) {
            var partitions = new ArrayList<TopicPartition>();
            for (var topic : topics) {
                for (var info : consumer.partitionsFor(topic)) {
                    partitions.add(new TopicPartition(topic, info.partition()));
                }
            }
            consumer.assign(partitions);
            var ends = consumer.endOffsets(partitions);
            seek(consumer, partitions, ends, since);
            while (!missing.isEmpty()
                    && partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                for (var record : consumer.poll(POLL)) {
                    var id = record.headers().lastHeader("ce_id");
                    if (id != null) {
                        missing.remove(UUID.fromString(new String(id.value(), StandardCharsets.US_ASCII)));
                    }
                }
            }
        }
    }

    private static void seek(
            KafkaConsumer<String, byte[]> consumer,
            List<TopicPartition> partitions,
            Map<TopicPartition, Long> ends,
            Instant since) {
        var times = new LinkedHashMap<TopicPartition, Long>();
        partitions.forEach(partition -> times.put(partition, since.toEpochMilli()));
        consumer.offsetsForTimes(times).forEach((partition, offset) -> {
            var start = offset == null ? ends.getOrDefault(partition, 0L) : Long.valueOf(offset.offset());
            consumer.seek(partition, start);
        });
    }

    private static Mark checked(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select up_to, up_to_position from outbox_reconciled")) {
            return row.next() ? new Mark(row.getTimestamp(1).toInstant(), row.getLong(2)) : new Mark(Instant.EPOCH, 0);
        }
    }

    private static void remember(Connection connection, Mark mark) throws SQLException {
        var command = """
                insert into outbox_reconciled (up_to, up_to_position) values (?, ?)
                on conflict (only_row) do update set up_to = excluded.up_to, up_to_position = excluded.up_to_position
                """;
        try (var statement = connection.prepareStatement(command)) {
            statement.setTimestamp(1, Timestamp.from(mark.recordedAt()));
            statement.setLong(2, mark.position());
            statement.executeUpdate();
        }
    }

    private static Timestamp until(Connection connection, Duration grace) throws SQLException {
        try (var statement = connection.prepareStatement("select now() - make_interval(secs => ?)")) {
            statement.setDouble(1, grace.toMillis() / 1000.0);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getTimestamp(1);
            }
        }
    }

    private List<Fact> facts(Connection connection, Mark after, Timestamp until) throws SQLException {
        var query = """
                select id, topic, recorded_at, position, recorded_at <= now() - make_interval(secs => ?)
                from outbox
                where (recorded_at, position) > (?, ?) and recorded_at <= ?
                order by recorded_at, position limit ?
                """;
        try (var statement = connection.prepareStatement(query)) {
            statement.setDouble(1, config.grace().toMillis() / 1000.0);
            statement.setTimestamp(2, Timestamp.from(after.recordedAt()));
            statement.setLong(3, after.position());
            statement.setTimestamp(4, until);
            statement.setInt(5, WINDOW);
            try (var row = statement.executeQuery()) {
                var facts = new ArrayList<Fact>();
                while (row.next()) {
                    var mark = new Mark(row.getTimestamp(3).toInstant(), row.getLong(4));
                    facts.add(new Fact(row.getObject(1, UUID.class), row.getString(2), mark, row.getBoolean(5)));
                }
                return facts;
            }
        }
    }
}
