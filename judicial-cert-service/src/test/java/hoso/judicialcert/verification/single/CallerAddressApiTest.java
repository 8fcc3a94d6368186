package hoso.judicialcert.verification.single;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.chassis.testing.Servers;
import hoso.judicialcert.Partners;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Whose word about a caller is believed. Tests call from 127.0.0.1, which stands for the gateway; a caller from
/// another address of the machine reached the service some other way.
@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Partners.class)
@Tag("edge")
class CallerAddressApiTest {
    private static final int ATTEMPTS = 80;

    /// Each guess is at another code: attempts at one code are counted too.
    private final AtomicInteger guess = new AtomicInteger();

    @TestHTTPResource("/verifications/by-qr")
    URI guessing = URI.create("");

    @Test
    void whoCallsPastTheGatewayHasOneBudgetWhateverAddressesTheyMakeUp() throws Exception {
        var answers = guesses("127.0.0.3", "X-Forwarded-For", i -> "203.0.113." + i);

        assertThat(answers).containsKey(429);
        // 30 a minute, and one more for each two seconds the attempts took.
        assertThat(answers.get(200)).isBetween(30, 50);
    }

    @Test
    void noOtherHeaderNamesACallerEither() throws Exception {
        assertThat(guesses("127.0.0.4", "Forwarded", i -> "for=203.0.113." + i)).containsKey(429);
        assertThat(guesses("127.0.0.5", "X-Real-IP", i -> "203.0.113." + i)).containsKey(429);
        // Not even from the gateway, which takes these away.
        assertThat(guesses("127.0.0.1", "Forwarded", i -> "for=203.0.113." + i)).containsKey(429);
    }

    @Test
    void theGatewayNamesEveryCallerOfItsOwn() throws Exception {
        assertThat(guesses("127.0.0.1", "X-Forwarded-For", i -> "203.0.113." + i))
                .containsOnlyKeys(200);
    }

    /// Guesses from an address of this machine, each with a value of the header: how often each status came.
    private Map<Integer, Integer> guesses(String from, String header, IntFunction<String> value) throws Exception {
        var answers = new TreeMap<Integer, Integer>();
        try (var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .localAddress(InetAddress.ofLiteral(from))
                .build()) {
            for (var i = 0; i < ATTEMPTS; i++) {
                var body = "{\"text\":\"%04d-0000-0000-0000.AAAAAAAA\"}".formatted(guess.incrementAndGet());
                var answer = client.send(
                        HttpRequest.newBuilder(guessing)
                                .header("Content-Type", "application/json")
                                .header(header, value.apply(i))
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.discarding());
                answers.merge(answer.statusCode(), 1, Integer::sum);
            }
        }
        return answers;
    }
}
