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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/// Looks from outside whether every committed fact is on its topic, and tells those that are not. It knows nothing of
/// slots and offsets: outbox rows on one side, Kafka records on the other. Whatever way the relay may have of losing
/// something, known or not, ends here.
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
    private record Fact(UUID id, String topic, byte[] message, Mark mark, boolean isSettled) {}

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
    /// @param isGap whether the slot began anew, so that waiting for the relay is useless: younger facts are
    ///     told too, and compared once more later
    /// @return how many facts had to be told again
    int reconcile(KafkaProducer<String, byte[]> producer, boolean isGap) throws SQLException {
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
                published += publishMissing(facts, producer);
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

    private int publishMissing(List<Fact> facts, KafkaProducer<String, byte[]> producer) {
        var missing = new LinkedHashMap<String, Fact>();
        facts.forEach(fact -> missing.put(fact.id().toString(), fact));
        strikeOutSeen(missing, facts.getFirst().mark().recordedAt().minus(SKEW));
        if (missing.isEmpty()) {
            return 0;
        }
        LOG.warnf("%d facts were not on their topics and are told now", missing.size());
        Engine.publish(
                missing.values().stream()
                        .map(fact -> Message.read(fact.message()))
                        .toList(),
                producer);
        meters.counter("hoso.outbox.told.again").increment(missing.size());
        return missing.size();
    }

    private void strikeOutSeen(Map<String, Fact> missing, Instant since) {
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
                        missing.remove(new String(id.value(), StandardCharsets.UTF_8));
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
                select id, topic, message, recorded_at, position, recorded_at <= now() - make_interval(secs => ?)
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
                    var mark = new Mark(row.getTimestamp(4).toInstant(), row.getLong(5));
                    facts.add(new Fact(
                            row.getObject(1, UUID.class), row.getString(2), row.getBytes(3), mark, row.getBoolean(6)));
                }
                return facts;
            }
        }
    }
}
