package hoso.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A certificate is requested, paid, issued, and received by mail and by post, without a visit.
@Tag("e2e")
class CertificateInMinutesTest {
    static final Duration PATIENCE = Duration.ofSeconds(90);
    final RunningSystem system = Started.system();
    final Partners partners = new Partners(system);

    @Test
    void aCleanRecordIsIssuedAndReachesHerByMailAndByPost() {
        var lan = Citizen.loggedIn(system, "lan");
        var request = lan.requestsCertificate(true);
        assertThat(request.path("status").asText()).isEqualTo("FEE_DUE");
        assertThat(request.path("fee").path("amount").asInt()).isEqualTo(200_000);
        var id = request.path("requestId").asText();

        partners.pays(request.path("fee").path("vietQr").asText());

        await().atMost(PATIENCE).until(() -> status(lan, id).equals("DELIVERED"));
        var done = lan.certificateRequest(id);
        var pdf = lan.document(lan.certificate(id));
        assertThat(Reading.text(pdf)).contains("Không có án tích").contains("NGUYỄN THỊ THỬ NGHIỆM");
        assertThat(steps(done)).contains("FEE_DUE", "ACCEPTED", "ISSUED", "DELIVERED");
        var mail = partners.mail("lan@example.vn", id, "đã được cấp").orElseThrow();
        assertThat(mail.path("text").asText()).doesNotContain("án tích");
        assertThat(partners.letters())
                .anySatisfy(letter -> assertThat(letter.path("steps").findValuesAsText("status"))
                        .contains("DELIVERED"));
    }

    @Test
    void aBankThatTellsTwiceTooLittleOrTooMuchDoesNoHarm() {
        var lan = Citizen.loggedIn(system, "lan");
        var request = lan.requestsCertificate(false);
        var id = request.path("requestId").asText();
        var qr = request.path("fee").path("vietQr").asText();

        partners.bankBehaves(0, 1, -50_000);
        partners.pays(qr);
        await().atMost(PATIENCE)
                .until(() -> lan.certificateRequest(id).path("received").asInt() == 150_000);
        assertThat(status(lan, id)).as("too little is kept and told").isEqualTo("FEE_DUE");
        partners.bankBehaves(0, 3, 0);
        partners.pays(qr);
        partners.bankBehaves(200, 1, 0);

        await().atMost(PATIENCE).until(() -> status(lan, id).equals("DELIVERED"));
        assertThat(steps(lan.certificateRequest(id)).stream().filter("ISSUED"::equals))
                .hasSize(1);
        assertThat(partners.mails("lan@example.vn").stream()
                        .filter(mail -> mail.path("text").asText().contains(id))
                        .map(mail -> mail.path("messageId").asText()))
                .doesNotHaveDuplicates();
    }

    @Test
    void aConvictionIsReferredToAnOfficerAndNeverIssuedByTheMachine() {
        var minh = Citizen.loggedIn(system, "minh");
        var request = minh.requestsCertificate(false);

        partners.pays(request.path("fee").path("vietQr").asText());

        var id = request.path("requestId").asText();
        await().atMost(PATIENCE).until(() -> status(minh, id).equals("REFERRED"));
        assertThat(minh.certificateRequest(id).path("certificateId").isTextual())
                .isFalse();
    }

    @Test
    void theSameKeyIsTheSameRequestAndOthersCannotSeeIt() {
        var lan = Citizen.loggedIn(system, "lan");
        var key = UUID.randomUUID().toString();
        var body = Citizen.certificateRequest(false);

        var first = lan.post("judicial-cert", "/certificate-requests", body, key)
                .expect(201)
                .json();
        var second = lan.post("judicial-cert", "/certificate-requests", body, key)
                .expect(201)
                .json();

        var id = first.path("requestId").asText();
        assertThat(second.path("requestId").asText()).isEqualTo(id);
        var minh = Citizen.loggedIn(system, "minh");
        assertThat(minh.get("judicial-cert", "/certificate-requests/" + id).status())
                .isEqualTo(404);
        assertThat(minh.get("judicial-cert", "/certificate-requests/" + UUID.randomUUID())
                        .status())
                .isEqualTo(404);
        assertThat(lan.post("judicial-cert", "/certificate-requests/" + id + "/withdrawal", Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(status(lan, id)).isEqualTo("WITHDRAWN");
    }

    @Test
    void anAccountOfLevelOneIsToldWhatItLacks() {
        var hoa = Citizen.loggedIn(system, "hoa");

        var reply = hoa.post("judicial-cert", "/certificate-requests", Citizen.certificateRequest(false));

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.json().path("title").asText()).isEqualTo("Yêu cầu tài khoản định danh điện tử mức độ 2");
    }

    private static String status(Citizen citizen, String requestId) {
        return citizen.certificateRequest(requestId).path("status").asText();
    }

    private static List<String> steps(JsonNode request) {
        return request.path("timeline").findValuesAsText("step");
    }
}
