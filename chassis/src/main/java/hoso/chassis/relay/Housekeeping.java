package hoso.chassis.relay;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/// Drops what has been kept long enough: facts that were compared, events that cannot come again, answers nobody asks
/// for any more. In small pieces, so that no statement runs long.
@Singleton
class Housekeeping {
    private static final int PIECE = 5_000;
    private final Database database;
    private final RelayConfig config;

    Housekeeping(Database database, RelayConfig config) {
        this.database = database;
        this.config = config;
    }

    void tidy() throws SQLException {
        try (var connection = database.connect()) {
            drop(connection, """
                    delete from outbox where id in (
                      select id from outbox, outbox_reconciled
                      where recorded_at < now() - make_interval(secs => ?) and recorded_at <= up_to limit ?)
                    """, config.keepFacts());
            drop(connection, """
                    delete from inbox where (event_id, consumer) in (
                      select event_id, consumer from inbox where taken_at < now() - make_interval(secs => ?) limit ?)
                    """, config.keepTaken());
            drop(connection, """
                    delete from idempotency_key where (operation, caller, key) in (
                      select operation, caller, key from idempotency_key
                      where kept_at < now() - make_interval(secs => ?) limit ?)
                    """, config.keepAnswers());
        }
    }

    private static void drop(Connection connection, String command, Duration age) throws SQLException {
        try (var statement = connection.prepareStatement(command)) {
            statement.setLong(1, age.toSeconds());
            statement.setInt(2, PIECE);
            statement.executeUpdate();
        }
    }
}
