package hoso.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("core")
class IssuerClientTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T00:00:00Z"), ZoneOffset.UTC);
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(1, TimeUnit.MINUTES);
    }

    @Test
    void keysThatComeWholeAreRead() throws Exception {
        var keys = Tokens.keySet();
        try (var provider = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            serve(provider, OK + "Content-Length: " + keys.length() + "\r\n\r\n" + keys, null);

            assertThat(fetch(provider).toString()).isEqualTo(keys);
        }
    }

    @Test
    void aProviderThatTricklesItsKeysIsGivenUp() throws Exception {
        try (var provider = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            serve(provider, OK + "Content-Length: 2000000\r\n\r\n", " ");

            assertThat(fault(provider)).isNotNull();
        }
    }

    @Test
    void aProviderThatFloodsIsGivenUp() throws Exception {
        try (var provider = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            serve(provider, OK + "Transfer-Encoding: chunked\r\n\r\n", "10000\r\n" + " ".repeat(65_536) + "\r\n");

            assertThat(fault(provider)).hasMessageContaining("more than");
        }
    }

    @Test
    void aProviderThatNeverAnswersIsGivenUp() throws Exception {
        try (var provider = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            serve(provider, "", null);

            assertThat(fault(provider)).isNotNull();
        }
    }

    @Test
    void aRedirectionIsNotFollowed() throws Exception {
        try (var provider = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            serve(provider, "HTTP/1.1 302 Found\r\nLocation: http://localhost:1/\r\nContent-Length: 0\r\n\r\n", null);

            assertThat(fault(provider)).hasMessageContaining("status 302");
        }
    }

    private Buffer fetch(ServerSocket provider) throws Exception {
        var client = new IssuerClient(
                "http://localhost:" + provider.getLocalPort() + "/certs",
                new Limits(),
                CLOCK,
                vertx,
                Duration.ofSeconds(1));
        return client.fetch().toCompletionStage().toCompletableFuture().get(1, TimeUnit.MINUTES);
    }

    private Throwable fault(ServerSocket provider) throws Exception {
        try {
            throw new AssertionError("came to " + fetch(provider).length() + " bytes");
        } catch (ExecutionException e) {
            return Objects.requireNonNull(e.getCause());
        }
    }

    /// Says `head`, then `wave` again and again; without one it says no more and keeps the connection.
    private static void serve(ServerSocket server, String head, @Nullable String wave) {
        Thread.ofVirtual().start(() -> {
            try (var client = server.accept()) {
                serve(client, head, wave);
            } catch (IOException _) {
                // The client went away, as it should.
            }
        });
    }

    private static void serve(Socket client, String head, @Nullable String wave) throws IOException {
        var in = client.getInputStream();
        var out = client.getOutputStream();
        if (in.read(new byte[8_192]) < 0) {
            return;
        }
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.flush();
        var isOpen = true;
        client.setSoTimeout(20);
        while (isOpen) {
            try {
                isOpen = in.read() >= 0;
            } catch (java.net.SocketTimeoutException _) {
                if (wave != null) {
                    out.write(wave.getBytes(StandardCharsets.US_ASCII));
                    out.flush();
                }
            }
        }
    }

    private static final class Limits implements LimitsConfig {
        @Override
        public Map<String, RuleConfig> rules() {
            return Map.of();
        }

        @Override
        public long trackedCallers() {
            return 1;
        }

        @Override
        public Duration keysRefresh() {
            return Duration.ofSeconds(30);
        }
    }
}
