package hoso.judicialcert.sharing.recheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("core")
class ConsentAnswerTest {
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    @Test
    void aConsentThatIsGivenIsToldWithItsKeyAndItsProof() {
        assertThat(members(consent("CONG_TY", "key")))
                .containsExactly(
                        "consentId",
                        "certificateId",
                        "recipient",
                        "organisation",
                        "purpose",
                        "givenAt",
                        "until",
                        "state",
                        "perDay",
                        "textVersion",
                        "text",
                        "proof",
                        "key");
    }

    @Test
    void aConsentInAListIsToldWithoutItsKey() {
        assertThat(members(consent(null, null)))
                .containsExactly(
                        "consentId",
                        "certificateId",
                        "recipient",
                        "purpose",
                        "givenAt",
                        "until",
                        "state",
                        "perDay",
                        "textVersion",
                        "text",
                        "proof");
    }

    private static ConsentAnswer consent(@Nullable String organisation, @Nullable String key) {
        var now = Instant.parse("2026-11-30T02:00:00Z");
        return new ConsentAnswer(
                new UUID(1, 1),
                new UUID(1, 2),
                new ConsentAnswer.Aim("Công ty", organisation, "Xin việc"),
                now,
                now,
                null,
                Consent.State.OPEN,
                5,
                new ConsentAnswer.Words("1", "Tôi đồng ý", "00"),
                key,
                null);
    }

    private static List<String> members(Object answer) {
        return JSON.valueToTree(answer).properties().stream()
                .map(Map.Entry::getKey)
                .toList();
    }
}
