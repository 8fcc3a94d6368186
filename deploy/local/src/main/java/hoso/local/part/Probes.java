package hoso.local.part;

import hoso.local.http.Exchange;
import hoso.local.part.Part.Answer;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

/// The ways to see that a part does its work. Each wants an answer of the program itself: a port of a program that
/// hangs still takes connections, because the operating system takes them.
final class Probes {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /// A service that asks its database whether it is ready waits up to 3 s for a connection before it says no.
    private static final Duration HTTP_PATIENCE = Duration.ofSeconds(5);

    /// Kafka's request that may be made before any log-in: which requests do you know (ApiVersions, key 18, version
    /// 0).
    private static final short API_VERSIONS = 18;

    private static final int ANY_NUMBER = 4711;

    private static final Exchange HTTP = new Exchange(HTTP_PATIENCE);

    private Probes() {}

    /// Ready when it answers 200 at that address.
    static Part.Probe http(String url) {
        var request = HttpRequest.newBuilder(URI.create(url)).build();
        return () -> {
            try {
                return HTTP.send(request).statusCode() == 200 ? Answer.READY : Answer.NOT_READY;
            } catch (IOException _) {
                return Answer.SILENT;
            }
        };
    }

    /// Ready when the broker on that port of this machine answers a request.
    static Part.Probe kafka(int port) {
        return () -> {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
                socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
                var out = new DataOutputStream(socket.getOutputStream());
                out.writeInt(10); // bytes that follow
                out.writeShort(API_VERSIONS);
                out.writeShort(0);
                out.writeInt(ANY_NUMBER);
                out.writeShort(-1); // no name of ours
                out.flush();
                var in = new DataInputStream(socket.getInputStream());
                in.readInt(); // bytes that follow
                return in.readInt() == ANY_NUMBER ? Answer.READY : Answer.NOT_READY;
            } catch (IOException _) {
                return Answer.SILENT;
            }
        };
    }

    /// Ready when a connection can be opened with these credentials.
    static Part.Probe database(String url, String user, String password) {
        return () -> {
            var properties = new Properties();
            properties.setProperty("user", user);
            properties.setProperty("password", password);
            properties.setProperty("connectTimeout", "2");
            properties.setProperty("loginTimeout", "3");
            properties.setProperty("socketTimeout", "3");
            try (var connection = DriverManager.getConnection(url, properties)) {
                return connection.isValid(2) ? Answer.READY : Answer.SILENT;
            } catch (SQLException e) {
                // Class 08: no connection. Anything else was said by the server, such as that it is starting up.
                var state = e.getSQLState();
                return state == null || state.startsWith("08") ? Answer.SILENT : Answer.NOT_READY;
            }
        };
    }
}
