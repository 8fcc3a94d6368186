package hoso.chassis.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// What servers that misbehave have in common, whatever they speak: each connection has a thread of its own, and all
/// that hangs, trickles or floods ends when the server is closed.
public final class BadServer implements AutoCloseable {

    /// What is said on one connection, which is closed afterwards.
    @FunctionalInterface
    public interface Talk {
        void with(Socket client, BadServer server) throws IOException, InterruptedException;
    }

    private final ServerSocket server;
    private final Talk talk;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicInteger open = new AtomicInteger();

    /// @param port on the loopback address; 0 for any that is free
    public BadServer(int port, Talk talk) throws IOException {
        this.server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        this.talk = talk;
        threads.execute(this::listen);
    }

    public int port() {
        return server.getLocalPort();
    }

    /// Connections that are open, in its eyes.
    public int open() {
        return open.get();
    }

    private void listen() {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                open.incrementAndGet();
                threads.execute(() -> serve(client));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            talk.with(client, this);
        } catch (IOException _) {
            // The client went away, as it should.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            open.decrementAndGet();
        }
    }

    /// Says nothing until the client goes away.
    public void hang(Socket client) throws IOException {
        var in = client.getInputStream();
        while (in.read() >= 0 && closing.getCount() > 0) {
            // What else the client sends.
        }
    }

    /// Says nothing and reads nothing until the server is closed.
    public void fallSilent() throws InterruptedException {
        closing.await();
    }

    /// Says nothing for so long, or until the server is closed.
    public void pause(Duration time) throws InterruptedException {
        var _ = closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// The same drop again and again.
    public void trickle(OutputStream out, String drop, Duration pause) throws IOException, InterruptedException {
        while (!closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
            say(out, drop);
        }
    }

    /// The same wave again and again, as fast as it is taken.
    public void flood(OutputStream out, String wave) throws IOException {
        while (closing.getCount() > 0) {
            say(out, wave);
        }
    }

    public static void say(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }
}
