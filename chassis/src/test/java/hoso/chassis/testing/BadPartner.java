package hoso.chassis.testing;

import static hoso.chassis.testing.BadServer.say;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/// A server that speaks HTTP as badly as it is told to. Whatever client calls it must come away by itself, hold no
/// more of the answer than it needs, call no other address, and leave no connection behind.
public final class BadPartner implements AutoCloseable {
    private static final String BAIT = "/inward";
    private static final Duration DROP = Duration.ofMillis(100);

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

    private final Way way;
    private final BadServer server;
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger inward = new AtomicInteger();

    public BadPartner(Way way) throws IOException {
        this.way = way;
        this.server = new BadServer(0, this::serve);
    }

    public URI url() {
        return url(server);
    }

    private static URI url(BadServer server) {
        return URI.create("http://localhost:" + server.port());
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
        return server.open();
    }

    private void serve(Socket client, BadServer at) throws IOException, InterruptedException {
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
        answer(client, at);
    }

    private void answer(Socket client, BadServer at) throws IOException, InterruptedException {
        var out = client.getOutputStream();
        var ok = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
        switch (way) {
            case HANGS_BEFORE_THE_STATUS -> at.hang(client);
            case HANGS_IN_THE_HEADERS -> {
                say(out, ok);
                at.hang(client);
            }
            case TRICKLES_HEADERS -> {
                say(out, ok + "X-Slow: ");
                at.trickle(out, "x", DROP);
            }
            case FLOODS_WITH_HEADERS -> {
                say(out, ok);
                at.flood(out, "X-Many: " + "y".repeat(1_000) + "\r\n");
            }
            case FLOODS_WITH_INTERIM_ANSWERS -> at.flood(out, "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n");
            case HANGS_BEFORE_THE_BODY -> {
                say(out, ok + "Content-Length: 2000\r\n\r\n");
                at.hang(client);
            }
            case TRICKLES_THE_BODY -> {
                say(out, ok + "Content-Length: 2000000\r\n\r\n");
                at.trickle(out, " ", DROP);
            }
            case TRICKLES_CHUNKS -> {
                say(out, ok + "Transfer-Encoding: chunked\r\n\r\n");
                at.trickle(out, "1\r\n \r\n", DROP);
            }
            case FLOODS_WITH_A_BODY -> {
                say(out, ok + "Content-Length: 4000000000\r\n\r\n");
                at.flood(out, " ".repeat(8_192));
            }
            case FLOODS_WITH_CHUNKS -> {
                say(out, ok + "Transfer-Encoding: chunked\r\n\r\n");
                at.flood(out, "2000\r\n" + " ".repeat(8_192) + "\r\n");
            }
            case CUTS_THE_BODY -> say(out, ok + "Content-Length: 2000\r\n\r\n{\"half\":");
            case REDIRECTS_INWARD ->
                say(
                        out,
                        "HTTP/1.1 307 Temporary Redirect\r\nLocation: " + url(at) + BAIT
                                + "\r\nContent-Length: 0\r\n\r\n");
            case SAYS_NO_HTTP -> say(out, "220 mail.example.vn ESMTP\r\n");
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

    @Override
    public void close() {
        server.close();
    }
}
