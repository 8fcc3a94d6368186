package hoso.judicialcert.money.refund;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import hoso.chassis.testing.Servers;
import hoso.chassis.testing.Tokens;
import hoso.judicialcert.Citizen;
import hoso.judicialcert.OfficerAtDesk;
import hoso.judicialcert.Partners;
import hoso.judicialcert.RefundBankServer;
import hoso.judicialcert.Transfers;
import hoso.judicialcert.officer.casework.Cases;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Partners.class)
@Tag("edge")
class WithdrawalRefundApiTest {
    private static final String WHEN = "2026-11-23T10:00:00+07:00";

    private final Citizen lan = Cases.somebody();
    private final String account =
            "OPEN" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    private final String transaction = UUID.randomUUID().toString();

    @BeforeEach
    void theBankIsOpen() {
        RefundBankServer.start();
    }

    @Test
    void aFeePaidInFullGoesBackWhereNobodyHadBegunToWorkOnTheRequest() {
        var request = waitsForAnOfficer(200_000);
        assertThat(lan.sees(request).getLong("fee.withdrawal.refund")).isEqualTo(200_000);
        assertThat(lan.sees(request).getString("fee.withdrawal.text"))
                .isEqualTo("Nếu rút hồ sơ lúc này, số tiền đã nộp được hoàn trả về tài khoản đã chuyển");

        var withdrawn = withdraws(request);

        assertThat(withdrawn.getString("status")).isEqualTo("WITHDRAWN");
        assertThat(withdrawn.getLong("fee.withdrawal.refund")).isEqualTo(200_000);
        assertThat(withdrawn.getString("fee.withdrawal.text"))
                .isEqualTo("Số tiền đã nộp được hoàn trả về tài khoản đã chuyển");
        assertThat(withdrawn.<String>getList("timeline.step")).containsSubsequence("REFUND_OWED", "WITHDRAWN");
        awaitPaidBack(200_000);
    }

    @Test
    void itIsKeptOnceAnOfficerHadBegunAndTheCitizenIsToldSoBeforeAndAfter() {
        var request = waitsForAnOfficer(200_000);
        OfficerAtDesk.somebody().claims(request).then().statusCode(200);
        assertThat(lan.sees(request).getLong("fee.withdrawal.refund")).isZero();
        assertThat(lan.sees(request).getString("fee.withdrawal.text"))
                .isEqualTo("Cán bộ đã bắt đầu xử lý hồ sơ: nếu rút hồ sơ, phí đã nộp không được hoàn trả");

        var withdrawn = withdraws(request);

        assertThat(withdrawn.getLong("fee.withdrawal.refund")).isZero();
        assertThat(withdrawn.getString("fee.withdrawal.text"))
                .isEqualTo("Phí đã nộp không được hoàn trả, vì cán bộ đã bắt đầu xử lý hồ sơ");
        assertThat(withdrawn.<String>getList("timeline.step"))
                .containsSubsequence("FEE_KEPT", "WITHDRAWN")
                .doesNotContain("REFUND_OWED");
        assertThat(refunds()).isEmpty();
    }

    @Test
    void whatWasPaidTooMuchGoesBackFirstAndTheRestOfTheTransferWithTheWithdrawal() {
        var request = waitsForAnOfficer(250_000);
        awaitPaidBack(50_000);

        withdraws(request);

        awaitPaidBack(50_000, 200_000);
        assertThat(RefundBankServer.paymentsTo(account)).isEqualTo(2);
        assertThat(lan.sees(request).getLong("fee.withdrawal.refund")).isEqualTo(250_000);
    }

    @Test
    void aSecondWithdrawalPaysNothingBackAgain() {
        var request = waitsForAnOfficer(200_000);
        withdraws(request);
        awaitPaidBack(200_000);

        given().auth()
                .oauth2(lan.token())
                .post("/certificate-requests/" + request + "/withdrawal")
                .then()
                .statusCode(409);

        assertThat(refunds()).containsExactly(200_000);
        assertThat(RefundBankServer.paymentsTo(account)).isEqualTo(1);
    }

    private String waitsForAnOfficer(long paid) {
        Citizen.courtSends(
                        "",
                        lan.fullName(),
                        lan.birthDate(),
                        UUID.randomUUID().toString().substring(0, 8))
                .then()
                .statusCode(201);
        var request = lan.requests();
        Transfers.told(Transfers.line(transaction, request.getString("fee.reference"), paid, WHEN, account))
                .then()
                .body("outcome", equalTo("SETTLED"));
        lan.waitsFor(request.getString("requestId"), "REFERRED");
        return request.getString("requestId");
    }

    private JsonPath withdraws(String request) {
        return given().auth()
                .oauth2(lan.token())
                .post("/certificate-requests/" + request + "/withdrawal")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private void awaitPaidBack(Integer... amounts) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(listed().<Integer>getList("items.findAll { it.transactionId == '"
                                + transaction + "' && it.status == 'DONE' }.amount"))
                        .containsExactlyInAnyOrder(amounts));
    }

    private List<Integer> refunds() {
        return listed().getList("items.findAll { it.transactionId == '" + transaction + "' }.amount");
    }

    private static JsonPath listed() {
        return given().auth()
                .oauth2(Tokens.staff(UUID.randomUUID(), "judicial-officer", "H26"))
                .get("/officer/payments/refunds?limit=100")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
