package hoso.chassis.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Single statements without a session, for the ways that every request takes: what a session adds to a statement costs
/// more than the statement.
///
/// Inside a transaction a statement runs on its connection and belongs to it, though it does not see what a session
/// still keeps to itself. Outside, it is a transaction of its own.
@ApplicationScoped
public class Statements {
    private final DataSource database;

    Statements(DataSource database) {
        this.database = database;
    }

    /// Makes something of the row at which the result stands.
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /// The first row.
    ///
    /// @param query with a `?` for each parameter
    public <T> Optional<T> first(String query, RowReader<T> reader, @Nullable Object... parameters) {
        try (var connection = database.getConnection();
                var statement = prepared(connection, query, parameters);
                var row = statement.executeQuery()) {
            return row.next() ? Optional.of(reader.read(row)) : Optional.empty();
        } catch (SQLException e) {
            throw new PersistenceException("a row could not be read", e);
        }
    }

    /// How many rows a command changed.
    ///
    /// @param command with a `?` for each parameter
    public int update(String command, @Nullable Object... parameters) {
        try (var connection = database.getConnection();
                var statement = prepared(connection, command, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new PersistenceException("rows could not be changed", e);
        }
    }

    private static PreparedStatement prepared(Connection connection, String text, @Nullable Object[] parameters)
            throws SQLException {
        var statement = connection.prepareStatement(text);
        for (var i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
