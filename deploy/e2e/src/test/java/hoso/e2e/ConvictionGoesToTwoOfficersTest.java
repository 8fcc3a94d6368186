package hoso.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Where a record exists, one officer finds and another approves; then No. 1 and No. 2 say what the law lets them say.
@Tag("e2e")
class ConvictionGoesToTwoOfficersTest {
    final RunningSystem system = Started.system();
    final Partners partners = new Partners(system);

    @Test
    void aConvictionStandsOnBothKindsOnceTwoOfficersAgree() {
        var minh = Citizen.loggedIn(system, "minh");
        var officers = new Officers(system);

        assertThat(issued(minh, officers, "NO_1")).contains("Có án tích");
        assertThat(issued(minh, officers, "NO_2"))
                .contains("PHIẾU LÝ LỊCH TƯ PHÁP SỐ 2")
                .contains("123/2025/HS-ST")
                .contains("Chưa được xóa án tích");
    }

    private String issued(Citizen minh, Officers officers, String kind) {
        var request = minh.requestsCertificate(kind);
        var id = request.path("requestId").asText();
        partners.pays(request.path("fee").path("vietQr").asText());
        await().atMost(CertificateInMinutesTest.PATIENCE)
                .until(() -> minh.certificateRequest(id).path("status").asText().equals("REFERRED"));
        assertThat(officers.opens(id).path("judgments")).isNotEmpty();

        assertThat(officers.finds(id, "Đã đối chiếu bản án").path("status").asText())
                .isEqualTo("APPROVAL");
        assertThat(officers.approvesOwn(id).status()).isEqualTo(409);
        officers.approves(id);

        return Reading.text(minh.document(minh.certificate(id)));
    }
}
