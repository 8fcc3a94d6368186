package hoso.chassis.relay;

import jakarta.inject.Singleton;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The service's own database, reached beside its pool: the relay must not wait for a pool that requests have emptied,
/// and its lock lives as long as its connection.
@Singleton
class Database {
    private final URI address;
    private final String user;
    private final String password;

    Database(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        this.address = URI.create(url.substring("jdbc:".length()));
        this.user = user;
        this.password = password;
    }

    String host() {
        return address.getHost();
    }

    int port() {
        return address.getPort() < 0 ? 5432 : address.getPort();
    }

    String name() {
        return address.getPath().substring(1);
    }

    String user() {
        return user;
    }

    String password() {
        return password;
    }

    Connection connect() throws SQLException {
        var properties = new Properties();
        properties.put("user", user);
        properties.put("password", password);
        properties.put("connectTimeout", "3");
        properties.put("socketTimeout", "30");
        properties.put("tcpKeepAlive", "true");
        properties.put("ApplicationName", "relay");
        return DriverManager.getConnection("jdbc:postgresql://" + host() + ":" + port() + "/" + name(), properties);
    }
}
