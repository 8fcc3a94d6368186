package hoso.judicialcert.officer.casework;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import hoso.judicialcert.law.CertificateKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("core")
class CaseJsonTest {
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    @Test
    void aLineOfAQueueIsToldWithAllItsMembersSideBySide() {
        var now = Instant.parse("2026-11-30T02:00:00Z");

        var line = new CaseJson.Line(
                new UUID(1, 1),
                "H26.1",
                CertificateKind.NO_1,
                "REFERRED",
                null,
                now,
                now,
                now,
                null,
                false,
                false,
                new CaseJson.Claim(null, false));

        assertThat(members(line))
                .containsExactly(
                        "requestId",
                        "dossierCode",
                        "kind",
                        "status",
                        "why",
                        "receivedAt",
                        "expectedAt",
                        "since",
                        "stepExpectedAt",
                        "late",
                        "stepLate",
                        "heldUntil",
                        "mine");
    }

    private static List<String> members(Object answer) {
        return JSON.valueToTree(answer).properties().stream()
                .map(Map.Entry::getKey)
                .toList();
    }
}
