package hoso.chassis.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/// The right to relay: a lock in the database that ends with the connection of its holder, however that one ends.
/// Of several replicas one holds it; the others ask every second.
final class Leadership implements AutoCloseable {
    /// The same number in each database: the lock is per database.
    private static final long LOCK = 0x686F736F_72656C61L;

    private static final int CHECK_SECONDS = 2;
    private final Connection connection;

    private Leadership(Connection connection) {
        this.connection = connection;
    }

    /// The right, or empty while another replica has it.
    static Optional<Leadership> seek(Database database) throws SQLException {
        var connection = database.connect();
        var isTaken = false;
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
            row.next();
            isTaken = row.getBoolean(1);
            return isTaken ? Optional.of(new Leadership(connection)) : Optional.empty();
        } finally {
            if (!isTaken) {
                connection.close();
            }
        }
    }

    /// Whether the right is still held: the connection that holds it still answers.
    boolean isHeld() {
        try {
            return connection.isValid(CHECK_SECONDS);
        } catch (SQLException _) {
            return false;
        }
    }

    /// The connection that holds the lock, for the relay's own small questions.
    Connection connection() {
        return connection;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException _) {
            // The server frees the lock of a broken connection by itself.
        }
    }
}
