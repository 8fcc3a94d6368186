package hoso.local.part;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Collection;
import java.util.List;

/// Finds ports that somebody else listens on, before anything is started.
public final class TakenPorts {

    /// A port of ours that is not free.
    public record Taken(Port port, int number) {

        public String told() {
            return "port " + number + " (" + port.part() + ") is taken by another program";
        }
    }

    private TakenPorts() {}

    public static List<Taken> among(Collection<Port> ports, int offset) {
        return ports.stream()
                .map(port -> new Taken(port, port.at(offset)))
                .filter(taken -> isTaken(taken.number()))
                .toList();
    }

    /// Taken if it cannot be listened on, or if somebody answers on either loopback address.
    private static boolean isTaken(int number) {
        try (var server = new ServerSocket()) {
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), number));
        } catch (IOException _) {
            return true;
        }
        return answers("127.0.0.1", number) || answers("::1", number);
    }

    private static boolean answers(String host, int number) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.ofLiteral(host), number), 200);
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
