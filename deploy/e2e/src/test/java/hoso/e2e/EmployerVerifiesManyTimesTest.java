package hoso.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// One certificate is shown to many, each time as it stands then, and its holder sees every look.
@Tag("e2e")
class EmployerVerifiesManyTimesTest {
    final RunningSystem system = Started.system();
    final Partners partners = new Partners(system);

    @Test
    void aShareIsOpenedAsOftenAsTheHolderSaidAndTellsOfARecall() {
        var lan = Citizen.loggedIn(system, "lan");
        var request = lan.requestsCertificate(false);
        partners.pays(request.path("fee").path("vietQr").asText());
        var certificate = lan.certificate(request.path("requestId").asText());
        var twice = Shared.by(system, lan, certificate, 2);

        var first = twice.opened().expect(200).json();
        assertThat(first.path("standing").asText()).isEqualTo("VALID");
        var pdf = twice.document(first);
        assertThat(new Verifier(system).checks(pdf).path("result").asText()).isEqualTo("VALID");
        assertThat(twice.opened().status()).isEqualTo(200);
        assertThat(twice.opened().status()).isEqualTo(410);
        assertThat(twice.seen().path("openings")).hasSize(2);

        var often = Shared.by(system, lan, certificate, 10);
        new Officers(system).revokes(certificate, "WRONG_CONTENT");

        assertThat(often.opened().expect(200).json().path("standing").asText()).isEqualTo("REVOKED");
        await().atMost(CertificateInMinutesTest.PATIENCE)
                .untilAsserted(() -> assertThat(
                                new Verifier(system).checks(pdf).path("result").asText())
                        .isEqualTo("REVOKED"));
        assertThat(lan.certificateRequest(request.path("requestId").asText())
                        .path("status")
                        .asText())
                .isEqualTo("REVOKED");
        often.end();
        assertThat(often.opened().status()).isEqualTo(410);
    }
}
