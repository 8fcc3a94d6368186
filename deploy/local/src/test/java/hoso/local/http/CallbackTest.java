package hoso.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("core")
class CallbackTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @Test
    void theSignatureCoversTimeAndBody() {
        // printf '1795420800.{"a":1}' | openssl dgst -sha256 -hmac secret
        assertThat(Callback.signature("secret", NOW, "{\"a\":1}"))
                .isEqualTo("t=1795420800,v1=84944d39c298be8d5c75eb482112ac3c7a1d2a1b40f2a8eb61f903a170f3e199");
        assertThat(Callback.signature("secret", NOW.plusSeconds(1), "{\"a\":1}"))
                .isNotEqualTo(Callback.signature("secret", NOW, "{\"a\":1}"));
        assertThat(Callback.signature("other", NOW, "{\"a\":1}"))
                .isNotEqualTo(Callback.signature("secret", NOW, "{\"a\":1}"));
    }

    @Test
    void aMessageIsRepeatedUntilItIsHeard() throws IOException {
        var signatures = new CopyOnWriteArrayList<String>();
        var refusals = new AtomicInteger(2);
        try (var site = new Site(0)) {
            site.on("POST", "/heard", call -> {
                        if (refusals.getAndDecrement() > 0) {
                            throw new Refused(503, "not yet");
                        }
                        signatures.add(call.header("Hoso-Signature").orElse(""));
                        return Reply.json(200, "{}");
                    })
                    .start();
            var callback = new Callback(URI.create("http://localhost:" + site.port() + "/heard"), "secret", CLOCK);

            callback.tell(java.util.Map.of("a", 1), Duration.ZERO, 2);

            Awaitility.await().until(() -> signatures.size() == 2);
            assertThat(signatures).allMatch(signature -> signature.startsWith("t=1795420800,v1="));
        }
    }

    /// The headers come at once and the body one byte after the other, without end.
    @Test
    void aServiceThatTricklesItsAnswerDoesNotHoldUpTheNextAttempt() throws IOException {
        try (var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var calls = new AtomicInteger();
            Thread.ofVirtual().start(() -> trickle(server, calls));
            var target = URI.create("http://localhost:" + server.getLocalPort() + "/heard");
            var callback = new Callback(target, "secret", CLOCK, Duration.ofMillis(500));

            callback.tell(java.util.Map.of("a", 1), Duration.ZERO, 1);

            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> calls.get() >= 2);
        }
    }

    private static void trickle(ServerSocket server, AtomicInteger calls) {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                calls.incrementAndGet();
                Thread.ofVirtual().start(() -> trickle(client));
            } catch (IOException _) {
                return;
            }
        }
    }

    private static void trickle(Socket client) {
        try (client) {
            client.getInputStream().read(new byte[8_192]);
            var out = client.getOutputStream();
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 2000000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write(' ');
                out.flush();
                Thread.sleep(50);
            }
        } catch (IOException _) {
            // The client went away, as it should.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
