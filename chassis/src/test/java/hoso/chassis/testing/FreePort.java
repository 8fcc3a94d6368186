package hoso.chassis.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/// Ports for partners that a test starts and ends again and again. They lie below those that the system gives to
/// outgoing connections, so that none of these takes one while nobody listens there.
public final class FreePort {
    private static final int FIRST = 11_000;
    private static final int LAST = 19_999;

    private FreePort() {}

    /// A port at which nobody listens.
    ///
    /// @throws IllegalStateException when a hundred in a row are taken
    public static int any() {
        for (var attempt = 0; attempt < 100; attempt++) {
            var port = ThreadLocalRandom.current().nextInt(FIRST, LAST + 1);
            try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException _) {
                // Taken: the next one may be free.
            }
        }
        throw new IllegalStateException("no free port between " + FIRST + " and " + LAST);
    }
}
