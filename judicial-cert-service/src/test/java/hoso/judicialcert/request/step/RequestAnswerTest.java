package hoso.judicialcert.request.step;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import hoso.judicialcert.law.Laws;
import hoso.judicialcert.request.lifecycle.Requests;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("core")
class RequestAnswerTest {
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    @Test
    void aRequestIsToldWithAllItsMembersSideBySide() {
        var request = Requests.issued();
        var law = Laws.packaged();

        var answer =
                RequestAnswer.of(request, law.texts().status("ISSUED"), List.of(), 0, null, null, law, Locale.of("vi"));

        assertThat(members(answer))
                .containsExactly(
                        "requestId",
                        "dossierCode",
                        "kind",
                        "status",
                        "statusText",
                        "portalCode",
                        "portalText",
                        "receivedAt",
                        "expectedAt",
                        "expectedRule",
                        "agency",
                        "fee",
                        "received",
                        "delivery",
                        "capacity",
                        "about",
                        "waiver",
                        "supplement",
                        "certificateId",
                        "successorId",
                        "corrects",
                        "declineReason",
                        "stopReason",
                        "revocation",
                        "timeline");
    }

    private static List<String> members(Object answer) {
        return JSON.valueToTree(answer).properties().stream()
                .map(Map.Entry::getKey)
                .toList();
    }
}
