package hoso.local.up;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

/// The ways to see that a part does its work.
final class Probes {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();

    private Probes() {}

    /// Answers 200 at that address.
    static Part.Probe http(String url) {
        var request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(5))
                .build();
        return () -> {
            try {
                return HTTP.send(request, HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == 200;
            } catch (IOException _) {
                return false;
            }
        };
    }

    /// Somebody listens on that port of this machine.
    static Part.Probe listening(int port) {
        return () -> {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
                return true;
            } catch (IOException _) {
                return false;
            }
        };
    }

    /// A connection can be opened with these credentials.
    static Part.Probe database(String url, String user, String password) {
        return () -> {
            var properties = new Properties();
            properties.setProperty("user", user);
            properties.setProperty("password", password);
            properties.setProperty("connectTimeout", "2");
            properties.setProperty("loginTimeout", "2");
            try (var connection = DriverManager.getConnection(url, properties)) {
                return connection.isValid(2);
            } catch (SQLException _) {
                return false;
            }
        };
    }

    static Part.Probe both(Part.Probe first, Part.Probe second) {
        return () -> first.ready() && second.ready();
    }
}
