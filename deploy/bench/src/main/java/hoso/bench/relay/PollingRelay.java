package hoso.bench.relay;

import hoso.bench.parts.Lifeline;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/// The relay one writes first: lock a piece of the table, publish it, delete it, commit; look again after a
/// pause when there was nothing.
public final class PollingRelay {
    private static final int PIECE = 500;
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final String TAKE =
            "select position, topic, key, payload from outbox order by position limit ? for update skip locked";
    private static final String DELETE = "delete from outbox where position = any (?)";

    private PollingRelay() {}

    public static void main(String[] arguments) throws Exception {
        Lifeline.hold();
        var address = Address.fromEnvironment();
        var properties = new Properties();
        properties.put("user", address.database());
        properties.put("password", address.password());
        properties.put("ApplicationName", "polling-relay");
        var url = "jdbc:postgresql://localhost:" + address.port() + "/" + address.database();
        try (var producer = new KafkaProducer<>(address.producer(), new StringSerializer(), new StringSerializer());
                var connection = DriverManager.getConnection(url, properties);
                var take = connection.prepareStatement(TAKE);
                var delete = connection.prepareStatement(DELETE)) {
            connection.setAutoCommit(false);
            take.setInt(1, PIECE);
            while (true) {
                if (relay(connection, take, delete, producer) == 0) {
                    Thread.sleep(PAUSE);
                }
            }
        }
    }

    private static int relay(
            Connection connection,
            PreparedStatement take,
            PreparedStatement delete,
            KafkaProducer<String, String> producer)
            throws SQLException, InterruptedException {
        List<Long> positions = new ArrayList<>(PIECE);
        var records = new ArrayList<ProducerRecord<String, String>>(PIECE);
        try (var row = take.executeQuery()) {
            while (row.next()) {
                positions.add(row.getLong(1));
                records.add(new ProducerRecord<>(row.getString(2), row.getString(3), row.getString(4)));
            }
        }
        if (!records.isEmpty()) {
            Batch.publish(producer, records);
            delete.setArray(1, connection.createArrayOf("bigint", positions.toArray()));
            delete.executeUpdate();
        }
        connection.commit();
        return records.size();
    }
}
