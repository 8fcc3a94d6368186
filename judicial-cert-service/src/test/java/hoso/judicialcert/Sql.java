package hoso.judicialcert;

import java.sql.SQLException;
import javax.sql.DataSource;

/// What tests read and change behind the service's back.
public final class Sql {
    private Sql() {}

    public static void run(DataSource database, String statement) throws SQLException {
        try (var connection = database.getConnection();
                var running = connection.createStatement()) {
            running.execute(statement);
        }
    }

    /// How many rows there are.
    ///
    /// @param rows a table, with or without a condition
    public static long count(DataSource database, String rows) throws SQLException {
        return number(database, "select count(*) from " + rows);
    }

    /// The number a query answers with.
    public static long number(DataSource database, String query) throws SQLException {
        try (var connection = database.getConnection();
                var running = connection.createStatement();
                var found = running.executeQuery(query)) {
            found.next();
            return found.getLong(1);
        }
    }
}
