package hoso.chassis.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("core")
class WaitingSocketsTest {

    /// The driver's look: a time-out of 1 ms for one read.
    @Test
    void aLookEndsWithTheByteThatComesWhileItWaits() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var socket = new WaitingSockets().createSocket()) {
            socket.connect(server.getLocalSocketAddress());
            try (var other = server.accept()) {
                socket.setSoTimeout(1);
                var read = CompletableFuture.supplyAsync(() -> look(socket));
                other.getOutputStream().write(42);

                assertThat(read.join()).isEqualTo(42);
            }
        }
    }

    private static int look(Socket socket) {
        while (true) {
            try {
                return socket.getInputStream().read();
            } catch (SocketTimeoutException _) {
                // Looks again, as the engine does.
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Test
    void aLookAtNothingEndsToo() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var socket = new WaitingSockets().createSocket()) {
            socket.connect(server.getLocalSocketAddress());
            try (var other = server.accept()) {
                socket.setSoTimeout(1);

                assertThat(other.isConnected()).isTrue();
                assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
            }
        }
    }

    @Test
    void everyOtherTimeOutIsTheDrivers() throws IOException {
        try (var socket = new WaitingSockets().createSocket()) {
            socket.setSoTimeout(30_000);
            assertThat(socket.getSoTimeout()).isEqualTo(30_000);
            socket.setSoTimeout(0);
            assertThat(socket.getSoTimeout()).isZero();
        }
    }
}
