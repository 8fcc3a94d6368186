package hoso.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/// Stands where a partner would be and counts who knocks; nobody is let in.
final class Door implements AutoCloseable {
    private final ServerSocket socket;
    private final AtomicInteger knocks = new AtomicInteger();

    Door() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::count);
    }

    int port() {
        return socket.getLocalPort();
    }

    int knocks() {
        return knocks.get();
    }

    private void count() {
        while (!socket.isClosed()) {
            try (var _ = socket.accept()) {
                knocks.incrementAndGet();
            } catch (IOException _) {
                // Closed, or gone again: in both cases there is nothing to do.
            }
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
