package hoso.chassis.callback;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.chassis.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("core")
class SignedCallbackTest {
    static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    static final byte[] BODY = "{\"amount\":200000}".getBytes(StandardCharsets.UTF_8);
    final String header = SignedCallback.sign("secret", NOW, BODY);

    @Test
    void aFreshSignatureOfThePartnerIsTaken() {
        assertThatCode(() -> SignedCallback.verify("secret", header, BODY, NOW.plusSeconds(299)))
                .doesNotThrowAnyException();
    }

    @Test
    void everythingElseIsRefused() {
        refused("secret", header, "{\"amount\":1}".getBytes(StandardCharsets.UTF_8), NOW);
        refused("another", header, BODY, NOW);
        refused("secret", header, BODY, NOW.plusSeconds(301));
        refused("secret", header, BODY, NOW.minusSeconds(301));
        refused("secret", null, BODY, NOW);
        refused("secret", "t=1,v1=00", BODY, NOW);
        refused("secret", header.replace("v1", "v2"), BODY, NOW);
    }

    private static void refused(String secret, @Nullable String header, byte[] body, Instant now) {
        assertThatThrownBy(() -> SignedCallback.verify(secret, header, body, now))
                .isInstanceOf(ProblemException.class)
                .hasMessage("signature-invalid");
    }
}
