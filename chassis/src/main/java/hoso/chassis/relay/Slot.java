package hoso.chassis.relay;

import java.sql.Connection;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/// The replication slot: the database's memory of how far the relay has read.
final class Slot {
    private static final Logger LOG = Logger.getLogger(Slot.class);
    private final String name;

    Slot(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    /// Makes the slot ready to be read from. A slot whose log was discarded (`max_slot_wal_keep_size`) can never be
    /// read again and is replaced.
    ///
    /// @return whether facts may lie before the slot's beginning, so that the reconciler must look for them
    boolean prepare(Connection connection) throws SQLException {
        if (isLost(connection)) {
            LOG.warnf(
                    "slot %s is lost: its log was discarded; a new one begins now and the reconciler tells the rest",
                    name);
            run(connection, "select pg_drop_replication_slot(?)");
        }
        if (exists(connection)) {
            // Whoever has the right to relay is the only one to read: a reader that is left over need not be waited
            // for.
            run(
                    connection,
                    "select pg_terminate_backend(active_pid) from pg_replication_slots where slot_name = ? and active");
            return false;
        }
        // The last word makes it a failover slot (PostgreSQL 17): a standby that takes over has it, too.
        run(connection, "select pg_create_logical_replication_slot(?, 'pgoutput', false, false, true)");
        LOG.infof("slot %s created", name);
        return true;
    }

    /// Bytes of log the database keeps for this slot; -1 when there is no slot.
    long lag(Connection connection) throws SQLException {
        var query = "select coalesce(pg_wal_lsn_diff(pg_current_wal_lsn(), confirmed_flush_lsn), -1)::bigint"
                + " from pg_replication_slots where slot_name = ?";
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : -1;
            }
        }
    }

    private boolean isLost(Connection connection) throws SQLException {
        return found(connection, "select 1 from pg_replication_slots where slot_name = ? and wal_status = 'lost'");
    }

    private boolean exists(Connection connection) throws SQLException {
        return found(connection, "select 1 from pg_replication_slots where slot_name = ?");
    }

    private boolean found(Connection connection, String query) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    private void run(Connection connection, String command) throws SQLException {
        try (var statement = connection.prepareStatement(command)) {
            statement.setString(1, name);
            statement.execute();
        }
    }
}
