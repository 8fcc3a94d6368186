package hoso.bench.parts;

import hoso.local.postgres.Cluster;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;

/// The databases of an installation, each with a role of its name that owns it.
record Databases(Cluster cluster, String password) {

    void make(String name) throws SQLException {
        cluster.ensure(List.of(new Cluster.Database(name, password, true)));
    }

    void drop(String name) throws SQLException {
        try (var connection = superuser("postgres");
                var statement = connection.createStatement()) {
            statement.execute("drop database " + name + " with (force)");
        }
    }

    Connection superuser(String database) throws SQLException {
        return connect(database, cluster.superuser());
    }

    Connection connect(String database, String user) throws SQLException {
        var properties = new Properties();
        properties.put("user", user);
        properties.put("password", password);
        properties.put("connectTimeout", "3");
        properties.put("socketTimeout", "120");
        return DriverManager.getConnection(url(database), properties);
    }

    String url(String database) {
        return cluster.url(database);
    }

    /// The number a query answers with, asked as the owner of the database.
    long number(String database, String query) throws SQLException {
        try (var connection = connect(database, database);
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
