package hoso.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What the log-in server tells of the second factor, and what it gives nobody a token for.
@Tag("e2e")
class PasscodeStaysAsOldAsItIsTest {
    final RunningSystem system = Started.system();

    @Test
    void thePasswordGivenAgainDoesNotMakeThePasscodeYounger() {
        var login = new Login(system, "lan");
        var first = claims(login.tokens(2, Map.of()).path("access_token").asText());
        var given = first.path("acr_times").path("2").asLong();
        assertThat(given).isPositive();

        // Times are told in seconds: the password has to be a later one.
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            var again = claims(login.tokens(1, Map.of("prompt", "login"))
                    .path("access_token")
                    .asText());
            return again.path("auth_time").asLong() > given + 1;
        });
        var second = claims(login.tokens(2, Map.of()).path("access_token").asText());

        assertThat(second.path("acr").asText()).isEqualTo("2");
        assertThat(second.path("auth_time").asLong()).isGreaterThan(given + 1);
        assertThat(second.path("acr_times").path("2").asLong()).isEqualTo(given);
        assertThat(second.path("acr_times").path("1").asLong()).isGreaterThan(given);
    }

    @Test
    void theIdTokenTellsItTooSoThatThePagesAskInTime() {
        var tokens = new Login(system, "lan").tokens(2, Map.of());

        assertThat(claims(tokens.path("id_token").asText())
                        .path("acr_times")
                        .path("2")
                        .asLong())
                .isPositive();
    }

    @Test
    void noClientGivesATokenForAPasswordAlone() {
        for (var client : new String[] {"admin-cli", "hoso-app"}) {
            var form = "grant_type=password&client_id=" + client + "&username=lan&password=hoso-lan";
            var reply = Http.post(
                    system.url("oidc") + "/protocol/openid-connect/token",
                    Map.of("Content-Type", "application/x-www-form-urlencoded"),
                    form.getBytes(StandardCharsets.UTF_8));

            assertThat(reply.status()).as(client).isIn(400, 401);
            assertThat(reply.json().has("access_token")).isFalse();
        }
    }

    @Test
    void aLogInComesBackToNoOtherAddressThanOurPages() {
        var gateway = system.url("gateway");
        for (var address : new String[] {
            "http://localhost:9999/",
            "http://127.0.0.1:9999/",
            gateway + "/callback",
            gateway + "@evil.example/",
            "http://localhost.evil.example/",
            "https://evil.example/"
        }) {
            var query = "response_type=code&client_id=hoso-app&scope=openid&state=x&code_challenge_method=S256"
                    + "&code_challenge=" + "a".repeat(43) + "&redirect_uri="
                    + java.net.URLEncoder.encode(address, StandardCharsets.UTF_8);

            var reply = Http.get(system.url("oidc") + "/protocol/openid-connect/auth?" + query, Map.of());

            assertThat(reply.status()).as(address).isEqualTo(400);
        }
    }

    private static JsonNode claims(String token) {
        try {
            return Http.JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
