package hoso.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Whoever is shown a certificate can tell a genuine one from an altered one and from none of ours.
@Tag("e2e")
class ForgedCertificateIsToldTest {
    final RunningSystem system = Started.system();
    final Verifier verifier = new Verifier(system);

    @Test
    void genuineAlteredAndUnknownAreToldApart() {
        var lan = Citizen.loggedIn(system, "lan");
        var request = lan.requestsCertificate(false);
        new Partners(system).pays(request.path("fee").path("vietQr").asText());
        var id = request.path("requestId").asText();
        var pdf = lan.document(lan.certificate(id));

        assertThat(result(pdf)).isEqualTo("VALID");
        assertThat(verifier.checks(pdf).toString()).doesNotContain("THỬ NGHIỆM").doesNotContain("003185000017");
        assertThat(result(Forgery.oneByteChanged(pdf))).isNotEqualTo("VALID");
        assertThat(result(Forgery.paintedOver(pdf))).isEqualTo("ALTERED");
        assertThat(result(Forgery.somethingAppended(pdf))).isEqualTo("ALTERED");
        assertThat(result(Forgery.truncated(pdf))).isNotEqualTo("VALID");
        assertThat(result(Forgery.blank())).isEqualTo("UNKNOWN");

        var code = Reading.code(pdf);
        var dossier = request.path("dossierCode").asText();
        var right = verifier.checks(code, dossier, "nguyen thi thu nghiem", "1985-03-17", "FEMALE", "003185000017");
        var wrongField =
                verifier.checks(code, dossier, "nguyen thi thu nghiem", "1985-03-18", "FEMALE", "003185000017");
        var wrongCode = verifier.checks(
                "AAAAAAAAAAAAAAAAAAAAAA", dossier, "nguyen thi thu nghiem", "1985-03-17", "FEMALE", "003185000017");
        assertThat(right.path("result").asText()).isEqualTo("VALID");
        assertThat(wrongField.path("result").asText()).isEqualTo("UNKNOWN");
        assertThat(wrongCode).as("a wrong code and a wrong field look the same").isEqualTo(wrongField);
    }

    @Test
    void whatIsNoPdfIsAProblemThatSaysSo() {
        var url = system.api("judicial-cert", "/verifications");
        var reply = Http.post(url, Map.of("Content-Type", "image/png"), new byte[10]);

        assertThat(reply.status()).isEqualTo(415);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
    }

    private String result(byte[] pdf) {
        return verifier.checks(pdf).path("result").asText();
    }
}
