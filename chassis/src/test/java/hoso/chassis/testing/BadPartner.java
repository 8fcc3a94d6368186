package hoso.chassis.testing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// A server that speaks HTTP as badly as it is told to. Whatever client calls it must come away by itself, hold no
/// more of the answer than it needs, call no other address, and leave no connection behind.
public final class BadPartner implements AutoCloseable {
    private static final String BAIT = "/inward";

    /// What it does after it has read the head of a request.
    public enum Way {
        HANGS_BEFORE_THE_STATUS,
        HANGS_IN_THE_HEADERS,
        TRICKLES_HEADERS,
        FLOODS_WITH_HEADERS,
        FLOODS_WITH_INTERIM_ANSWERS,
        HANGS_BEFORE_THE_BODY,
        TRICKLES_THE_BODY,
        TRICKLES_CHUNKS,
        FLOODS_WITH_A_BODY,
        FLOODS_WITH_CHUNKS,
        CUTS_THE_BODY,
        REDIRECTS_INWARD,
        SAYS_NO_HTTP
    }

    private final ServerSocket server;
    private final Way way;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger inward = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();

    public BadPartner(Way way) throws IOException {
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.way = way;
        threads.execute(this::listen);
    }

    public URI url() {
        return URI.create("http://localhost:" + server.getLocalPort());
    }

    /// How often it was called.
    public int calls() {
        return calls.get();
    }

    /// How often its redirection was followed: each is an address that the partner chose for us.
    public int followed() {
        return inward.get();
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
            var head = head(new BufferedInputStream(client.getInputStream()));
            if (head.isEmpty()) {
                return;
            }
            calls.incrementAndGet();
            if (head.contains(" " + BAIT)) {
                inward.incrementAndGet();
                say(client.getOutputStream(), "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
                return;
            }
            answer(client);
        } catch (IOException _) {
            // The client went away, as it should.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            open.decrementAndGet();
        }
    }

    private void answer(Socket client) throws IOException, InterruptedException {
        var out = client.getOutputStream();
        var ok = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
        switch (way) {
            case HANGS_BEFORE_THE_STATUS -> hang(client);
            case HANGS_IN_THE_HEADERS -> {
                say(out, ok);
                hang(client);
            }
            case TRICKLES_HEADERS -> {
                say(out, ok + "X-Slow: ");
                trickle(out, "x");
            }
            case FLOODS_WITH_HEADERS -> {
                say(out, ok);
                flood(out, "X-Many: " + "y".repeat(1_000) + "\r\n");
            }
            case FLOODS_WITH_INTERIM_ANSWERS -> flood(out, "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n");
            case HANGS_BEFORE_THE_BODY -> {
                say(out, ok + "Content-Length: 2000\r\n\r\n");
                hang(client);
            }
            case TRICKLES_THE_BODY -> {
                say(out, ok + "Content-Length: 2000000\r\n\r\n");
                trickle(out, " ");
            }
            case TRICKLES_CHUNKS -> {
                say(out, ok + "Transfer-Encoding: chunked\r\n\r\n");
                trickle(out, "1\r\n \r\n");
            }
            case FLOODS_WITH_A_BODY -> {
                say(out, ok + "Content-Length: 4000000000\r\n\r\n");
                flood(out, " ".repeat(8_192));
            }
            case FLOODS_WITH_CHUNKS -> {
                say(out, ok + "Transfer-Encoding: chunked\r\n\r\n");
                flood(out, "2000\r\n" + " ".repeat(8_192) + "\r\n");
            }
            case CUTS_THE_BODY -> say(out, ok + "Content-Length: 2000\r\n\r\n{\"half\":");
            case REDIRECTS_INWARD ->
                say(
                        out,
                        "HTTP/1.1 307 Temporary Redirect\r\nLocation: " + url() + BAIT
                                + "\r\nContent-Length: 0\r\n\r\n");
            case SAYS_NO_HTTP -> say(out, "220 mail.example.vn ESMTP\r\n");
        }
    }

    /// Until the client goes away.
    private void hang(Socket client) throws IOException {
        var in = client.getInputStream();
        while (in.read() >= 0 && closing.getCount() > 0) {
            // The body of the request.
        }
    }

    private void trickle(OutputStream out, String drop) throws IOException, InterruptedException {
        while (!closing.await(100, TimeUnit.MILLISECONDS)) {
            say(out, drop);
        }
    }

    private void flood(OutputStream out, String wave) throws IOException {
        while (closing.getCount() > 0) {
            say(out, wave);
        }
    }

    private static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        for (var next = in.read(); next >= 0; next = in.read()) {
            head.append((char) next);
            if (head.length() >= 4 && head.substring(head.length() - 4).equals("\r\n\r\n")) {
                return head.toString();
            }
        }
        return "";
    }

    private static void say(OutputStream out, String text) throws IOException {
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
