package hoso.chassis.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import hoso.chassis.testing.AgainstBadPartners;
import hoso.chassis.testing.AgainstBadPartners.Came;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Whole exchanges have an end: whatever a partner does, its caller comes away, and holds no more than it asked for.
@Tag("core")
class ExchangeTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T03:00:00Z"), ZoneOffset.UTC);
    private static final Duration WHOLE = Duration.ofSeconds(1);
    private static final int LARGEST = 64 << 10;
    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void anExchangeEndsWhateverTheServerDoes() {
        AgainstBadPartners.hold(
                url -> () -> new Exchange(WHOLE, WHOLE, LARGEST)
                        .send(HttpRequest.newBuilder(url).build())
                        .statusCode(),
                came -> came.fault() instanceof IOException || isRedirection(came));
    }

    @Test
    void readingJsonFromAPartnerEndsWhateverThePartnerDoes() {
        AgainstBadPartners.hold(
                url -> () ->
                        json().get("partner", url.resolve("/thing"), "token").status(),
                came -> came.fault() instanceof PartnerAway || isRedirection(came));
    }

    @Test
    void sendingJsonToAPartnerEndsWhateverThePartnerDoes() {
        AgainstBadPartners.hold(
                url -> () -> json().post("partner", url.resolve("/things"), "token", Map.of(), Map.of("a", 1))
                        .status(),
                came -> came.fault() instanceof PartnerAway || isRedirection(came));
    }

    @Test
    void fetchingAServiceTokenEndsWhateverTheOidcProviderDoes() {
        AgainstBadPartners.hold(
                url -> () -> new ServiceToken(json(), CLOCK, url.toString(), "client", "secret").get(),
                came -> came.fault() instanceof PartnerAway);
    }

    @Test
    void anAnswerOfTheLargestSizeIsTakenAndOneByteMoreIsNot() throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", call -> {
            var size = Integer.parseInt(call.getRequestURI().getQuery());
            call.sendResponseHeaders(200, size);
            call.getResponseBody().write(new byte[size]);
            call.close();
        });
        server.start();
        var url = "http://localhost:" + server.getAddress().getPort() + "/?";
        var exchange = new Exchange(Duration.ofSeconds(20), Duration.ofSeconds(20), LARGEST);
        try {
            var whole = exchange.send(request(url + LARGEST));

            assertThat(whole.body()).hasSize(LARGEST);
            assertThatThrownBy(() -> exchange.send(request(url + (LARGEST + 1))))
                    .isInstanceOf(IOException.class);
        } finally {
            server.stop(0);
        }
    }

    private static HttpRequest request(String url) {
        return HttpRequest.newBuilder(URI.create(url)).build();
    }

    private static boolean isRedirection(Came came) {
        return Integer.valueOf(307).equals(came.value());
    }

    private Json json() {
        return new Json(mapper, WHOLE);
    }
}
