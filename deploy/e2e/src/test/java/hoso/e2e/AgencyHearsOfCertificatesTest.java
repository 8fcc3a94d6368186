package hoso.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Another agency hears of each certificate with its own credentials, and of nothing else.
@Tag("e2e")
class AgencyHearsOfCertificatesTest {
    final RunningSystem system = Started.system();
    final Agency agency = new Agency(system, "agency-social-insurance");

    @Test
    void itHearsOfACertificateAndLearnsNothingAboutThePerson() {
        var lan = Citizen.loggedIn(system, "lan");
        var request = lan.requestsCertificate(false);
        new Partners(system).pays(request.path("fee").path("vietQr").asText());
        var certificate = Waiting.until(
                "the certificate",
                CertificateInMinutesTest.PATIENCE,
                () -> Optional.of(
                                lan.certificateRequest(request.path("requestId").asText())
                                        .path("certificateId"))
                        .filter(id -> id.isTextual())
                        .map(id -> id.asText()));

        var heard = agency.hears(record -> record.key().equals(certificate), Duration.ofSeconds(30));

        var record = heard.stream()
                .filter(one -> one.key().equals(certificate))
                .findFirst()
                .orElseThrow();
        assertThat(Agency.header(record, "ce_type")).startsWith("hoso.judicial-cert.CertificateIssued");
        assertThat(record.value())
                .contains(certificate)
                .doesNotContain("citizenId")
                .doesNotContain("requestId")
                .doesNotContain("án tích")
                .doesNotContain("003185000017");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "judicial-cert.requests.v1",
                "health-record.records.v1",
                "identity.citizens.v1",
                "notification.deliveries.v1"
            })
    void itIsRefusedEveryOtherTopic(String topic) {
        try (var consumer = agency.consumer("agency-social-insurance.curious")) {
            consumer.subscribe(List.of(topic));

            assertThatThrownBy(() -> consumer.poll(Duration.ofSeconds(10)))
                    .isInstanceOf(TopicAuthorizationException.class);
        }
    }

    @Test
    void itIsRefusedTheGroupsOfOthers() {
        try (var consumer = agency.consumer("notification.deliveries")) {
            consumer.subscribe(List.of(Agency.TOPIC));

            assertThatThrownBy(() -> consumer.poll(Duration.ofSeconds(10)))
                    .isInstanceOf(GroupAuthorizationException.class);
        }
    }
}
