package hoso.gateway.routes;

import static java.util.Comparator.naturalOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A thousand bodies that stand still, at every route that asks nobody who they are: others do not notice.
@QuarkusTest
@QuarkusTestResource(Upstream.class)
@Tag("edge")
class StalledUploadsTest {

    private static final int STALLED = 1000;
    private static final int CALLS = 60;

    /// Below this a machine that does other things is what is measured.
    private static final Duration NOISE = Duration.ofMillis(50);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/carrier-notifications",
                "/bank-notifications",
                "/verifications",
                "/verifications/by-fields",
                "/verifications/by-qr",
                "/rechecks",
                "/certificate-shares/opening",
                "/certificate-shares/opening/document",
                "/credential/token"
            })
    void othersAreAnsweredInTheirUsualTime(String route) throws Exception {
        var usual = median();
        var seen = Upstream.SEEN.size();
        var stalled = new ArrayList<Socket>();
        try {
            // Small ones with one byte, and large ones that stop after what is read before a connection is taken.
            for (var i = 0; i < STALLED; i++) {
                stalled.add(stall("/api/identity/open" + route, i % 10 == 0 ? 70_000 : 1));
            }

            // A thousand connections at once keep the machine of the test busy for a moment: what lasts is judged.
            await().atMost(Duration.ofSeconds(30)).until(() -> other().statusCode() == 200);
            var meanwhile =
                    Stream.of(median(), median(), median()).min(naturalOrder()).orElseThrow();

            assertThat(meanwhile)
                    .as("usual %s", usual)
                    .isLessThanOrEqualTo(usual.multipliedBy(2).compareTo(NOISE) > 0 ? usual.multipliedBy(2) : NOISE);
            // Only large ones were ever given a connection.
            assertThat(Upstream.SEEN.stream().skip(seen).filter(one -> one.endsWith(route)))
                    .hasSizeLessThanOrEqualTo(STALLED / 10);
        } finally {
            for (var socket : stalled) {
                socket.close();
            }
        }
    }

    private static Socket stall(String path, int sent) throws IOException {
        var socket = new Socket("localhost", RestAssured.port);
        try {
            socket.getOutputStream()
                    .write(("POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n"
                                    + "{".repeat(sent))
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        } catch (IOException _) {
            // Refused and closed already, which is right for most of a thousand.
        }
        return socket;
    }

    /// How long another caller waits, who sends a body too; each is answered 200.
    private Duration median() throws IOException, InterruptedException {
        var times = new ArrayList<Duration>();
        for (var call = 0; call < CALLS; call++) {
            var begin = System.nanoTime();
            var answer = other();
            times.add(Duration.ofNanos(System.nanoTime() - begin));
            assertThat(answer.statusCode()).isEqualTo(200);
        }
        List<Duration> sorted = times.stream().sorted().toList();
        return sorted.get(CALLS / 2);
    }

    private HttpResponse<String> other() throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/api/identity/others"))
                        .timeout(Duration.ofSeconds(20))
                        .POST(BodyPublishers.ofString("{}"))
                        .build(),
                BodyHandlers.ofString());
    }
}
