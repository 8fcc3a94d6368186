package hoso.bench.parts;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;

/// Free ports on the loopback address, below those the system gives to outgoing connections: a server that
/// is away for a moment must not find its port taken, nor a client connect to itself.
final class Ports {
    private static final int FIRST = 20_000;
    private static final int LAST = 31_999;
    private int next = FIRST + (int) (ProcessHandle.current().pid() * 97 % (LAST - FIRST));

    private final Map<Integer, Integer> management = new HashMap<>();

    synchronized int free() throws IOException {
        for (var tries = 0; tries < 1_000; tries++) {
            var port = next;
            next = next == LAST ? FIRST : next + 1;
            if (isFree(port)) {
                return port;
            }
        }
        throw new IOException("no free port between " + FIRST + " and " + LAST);
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException _) {
            return false;
        }
    }

    /// The management port that belongs to a port, always the same.
    synchronized int management(int port) throws IOException {
        var known = management.get(port);
        if (known != null) {
            return known;
        }
        var free = free();
        management.put(port, free);
        return free;
    }
}
