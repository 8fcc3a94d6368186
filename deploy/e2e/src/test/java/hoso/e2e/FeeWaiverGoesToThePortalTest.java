package hoso.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Who has a right to pay less files through the National Public Service Portal: the same case by another way, and an
/// officer decides on the evidence.
@Tag("e2e")
class FeeWaiverGoesToThePortalTest {
    final RunningSystem system = Started.system();

    @Test
    void aWaiverIsDecidedByAnOfficerAndTheCaseGoesOnAtTheReducedFee() {
        var portal = new Portal(system);
        var code = "E2E-" + UUID.randomUUID();
        var filed = portal.files(code, "STUDENT", "003185000017", "Nguyễn Thị Thử Nghiệm", "1985-03-17");
        var lan = Citizen.loggedIn(system, "lan");
        var id = filed.path("requestId").asText();
        assertThat(lan.certificateRequest(id).path("status").asText()).isEqualTo("WAIVER_REVIEW");

        new Officers(system).decidesWaiver(id, "GRANT", "Thẻ sinh viên còn hiệu lực");

        var due = lan.certificateRequest(id);
        assertThat(due.path("status").asText()).isEqualTo("FEE_DUE");
        assertThat(due.path("fee").path("amount").asInt()).isEqualTo(100_000);
        assertThat(due.path("waiver").path("granted").asBoolean()).isTrue();
        new Partners(system).pays(due.path("fee").path("vietQr").asText());
        lan.certificate(id);
        await().atMost(CertificateInMinutesTest.PATIENCE)
                .untilAsserted(() -> assertThat(
                                portal.sees(code).path("status").path("code").asInt())
                        .isGreaterThanOrEqualTo(9));
    }
}
