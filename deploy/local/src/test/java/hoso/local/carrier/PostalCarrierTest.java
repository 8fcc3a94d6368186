package hoso.local.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.local.http.Callback;
import hoso.local.http.Client;
import hoso.local.http.Reply;
import hoso.local.http.Site;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("core")
class PostalCarrierTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-30T03:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private final Client client = new Client();
    private final List<String> heard = new CopyOnWriteArrayList<>();

    @Test
    void aLetterIsTakenOnceAndItsWayIsTold() throws IOException, InterruptedException {
        try (var sender = sender();
                var carrier = carrier(sender)) {
            sandbox(carrier, Map.of("delayMs", 1));

            var first = order(carrier, "key-1");
            var again = order(carrier, "key-1");

            assertThat(again).isEqualTo(first).matches("EE\\d{9}VN");
            Awaitility.await()
                    .untilAsserted(() -> assertThat(heard)
                            .containsExactly("ACCEPTED", "IN_TRANSIT", "OUT_FOR_DELIVERY", "DELIVERED"));
        }
    }

    @Test
    void aLetterIsRememberedAndGoesOnAfterARestart() throws IOException, InterruptedException {
        try (var sender = sender()) {
            try (var carrier = carrier(sender)) {
                sandbox(carrier, Map.of("delayMs", 3_600_000));
                order(carrier, "key-1");
            }

            try (var carrier = carrier(sender)) {
                Awaitility.await().until(() -> heard.contains("ACCEPTED"));
                assertThat(order(carrier, "key-1")).isNotEmpty();
                assertThat(client.get(url(carrier, "/api/letters"), "secret").json())
                        .hasSize(1);
            }
        }
    }

    @Test
    void anAnswerThatIsLostDoesNotLoseTheLetter() throws IOException, InterruptedException {
        try (var sender = sender();
                var carrier = carrier(sender)) {
            sandbox(carrier, Map.of("delayMs", 1, "errorAfterAccept", true));

            var lost = client.post(url(carrier, "/letters"), "secret", letter(), Map.of("Idempotency-Key", "key-1"));
            sandbox(carrier, Map.of("errorAfterAccept", false));
            order(carrier, "key-1");

            assertThat(lost.status()).isEqualTo(500);
            assertThat(client.get(url(carrier, "/api/letters"), "secret").json())
                    .hasSize(1);
        }
    }

    private String order(Site carrier, String key) throws IOException, InterruptedException {
        return client.post(url(carrier, "/letters"), "secret", letter(), Map.of("Idempotency-Key", key))
                .expect(201)
                .json()
                .path("trackingNumber")
                .asText();
    }

    private void sandbox(Site carrier, Map<String, Object> wish) throws IOException, InterruptedException {
        client.post(url(carrier, "/sandbox"), "secret", wish).expect(200);
    }

    private Site sender() throws IOException {
        return new Site(0)
                .on("POST", "/carrier-notifications", call -> {
                    heard.add(call.json().path("status").asText());
                    return Reply.none();
                })
                .start();
    }

    private Site carrier(Site sender) throws IOException {
        var callback = new Callback(URI.create(url(sender, "/carrier-notifications")), "callback-secret", CLOCK);
        return PostalCarrier.site(0, new Letters(folder, CLOCK), callback, "secret", CLOCK);
    }

    private static String url(Site site, String path) {
        return "http://localhost:" + site.port() + path;
    }

    private static Map<String, Object> letter() {
        var letter = new LinkedHashMap<String, Object>();
        letter.put("orderReference", "order-1");
        letter.put("recipient", "NGUYỄN THỊ THỬ NGHIỆM");
        letter.put("phone", "0912000001");
        letter.put("address", Map.of("text", "12 đường Thử Nghiệm, phường Ba Đình, thành phố Hà Nội"));
        letter.put("documentBase64", "JVBERi0xLjcK");
        return letter;
    }
}
