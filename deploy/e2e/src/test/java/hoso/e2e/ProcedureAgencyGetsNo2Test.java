package hoso.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An agency that conducts proceedings gets certificate No. 2, and nobody but its like hears that there is one.
@Tag("e2e")
class ProcedureAgencyGetsNo2Test {
    private static final Map<String, String> LAN =
            Map.of("personalNumber", "003185000017", "fullName", "NGUYỄN THỊ THỬ NGHIỆM", "birthDate", "1985-03-17");

    final RunningSystem system = Started.system();

    @ParameterizedTest
    @ValueSource(strings = {"agency-investigation", "agency-court"})
    void theSeededProcedureAgenciesGetNo2FromTheQuestionToTheDocument(String client) {
        var certificate = issued(client);

        var document = get(
                client,
                "/agency/certificate-requests/" + certificate.path("requestId").asText() + "/document");
        assertThat(Reading.text(document.body())).contains("PHIẾU LÝ LỊCH TƯ PHÁP SỐ 2");
    }

    @Test
    void onlyAProcedureAgencyHearsOfANo2() {
        var id = issued("agency-investigation").path("certificateId").asText();

        var heard = new Agency(system, "agency-investigation")
                .hears(Agency.NO_2, record -> record.key().equals(id), Duration.ofSeconds(30));
        assertThat(heard).anyMatch(record -> record.key().equals(id));
        // Both announcements of the same issue are written by one relay, in order: had there been one, it would be
        // here.
        var insurance = new Agency(system, "agency-social-insurance");
        assertThat(insurance.hears(Agency.TOPIC, record -> record.key().equals(id), Duration.ofSeconds(5)))
                .noneMatch(record -> record.value().contains("NO_2"));
        for (var topic : List.of(Agency.NO_2, "judicial-cert.certificate-status-no-2.v1")) {
            try (var consumer = insurance.consumer("agency-social-insurance.curious")) {
                consumer.subscribe(List.of(topic));
                assertThatThrownBy(() -> consumer.poll(Duration.ofSeconds(10)))
                        .isInstanceOf(TopicAuthorizationException.class);
            }
        }
    }

    private JsonNode issued(String client) {
        var question = Map.of(
                "person", LAN,
                "kind", "NO_2",
                "purpose", "Điều tra vụ án hình sự",
                "legalBasis", "L28-2009/43",
                "procedure", "CRIMINAL-CASE",
                "officerId", "DTV-0007");
        var headers = Map.of(
                "Authorization",
                "Bearer " + system.machineToken(client),
                "Idempotency-Key",
                UUID.randomUUID().toString());
        var id = Http.post(system.url("gateway") + "/api/judicial-cert/agency/certificate-requests", headers, question)
                .expect(201)
                .json()
                .path("requestId")
                .asText();
        return Waiting.until(
                "the certificate No. 2 for " + client,
                CertificateInMinutesTest.PATIENCE,
                () -> Optional.of(get(client, "/agency/certificate-requests/" + id)
                                .expect(200)
                                .json())
                        .filter(request -> request.path("certificateId").isTextual()));
    }

    private Http.Reply get(String client, String path) {
        var headers = Map.of("Authorization", "Bearer " + system.machineToken(client));
        return Http.get(system.url("gateway") + "/api/judicial-cert" + path, headers);
    }
}
