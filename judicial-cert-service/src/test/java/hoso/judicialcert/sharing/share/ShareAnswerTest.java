package hoso.judicialcert.sharing.share;

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
class ShareAnswerTest {
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    @Test
    void aShareThatIsMadeIsToldWithWhatOpensIt() {
        var opens = new ShareAnswer.Opens("code", "https://hoso.example/certificate-share#code");

        assertThat(members(share("SO_TU_PHAP", opens)))
                .containsExactly(
                        "shareId",
                        "certificateId",
                        "purpose",
                        "recipient",
                        "organisation",
                        "madeAt",
                        "until",
                        "maxUses",
                        "uses",
                        "withPasscode",
                        "state",
                        "code",
                        "link");
    }

    @Test
    void aShareInAListIsToldWithoutIt() {
        var opens = new ShareAnswer.Opens(null, null);

        assertThat(members(share(null, opens)))
                .containsExactly(
                        "shareId",
                        "certificateId",
                        "purpose",
                        "recipient",
                        "madeAt",
                        "until",
                        "maxUses",
                        "uses",
                        "withPasscode",
                        "state");
    }

    private static ShareAnswer share(@Nullable String organisation, ShareAnswer.Opens opens) {
        var now = Instant.parse("2026-11-30T02:00:00Z");
        return new ShareAnswer(
                new UUID(1, 1),
                new UUID(1, 2),
                new ShareAnswer.Intent("Xin việc", "Công ty", organisation),
                now,
                now,
                3,
                0,
                false,
                Share.State.OPEN,
                null,
                opens,
                null);
    }

    private static List<String> members(Object answer) {
        return JSON.valueToTree(answer).properties().stream()
                .map(Map.Entry::getKey)
                .toList();
    }
}
