package hoso.judicialcert.money.refund;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import hoso.chassis.testing.Servers;
import hoso.chassis.testing.Tokens;
import hoso.judicialcert.Citizen;
import hoso.judicialcert.Partners;
import hoso.judicialcert.RefundBankServer;
import hoso.judicialcert.Transfers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Partners.class)
@Tag("edge")
class RefundApiTest {
    private static final String WHEN = "2026-11-23T10:00:00+07:00";

    @BeforeEach
    void theBankIsOpen() {
        RefundBankServer.start();
    }

    @Test
    void whatWasPaidTooMuchGoesBackOnceToWhereItCameFrom() {
        var account = account("OPEN");
        var transaction = tellsTooMuch(account);

        assertThat(comesTo(transaction, "DONE").get("amount")).isEqualTo(50_000);
        assertThat(RefundBankServer.paymentsTo(account)).isEqualTo(1);
    }

    @Test
    void whenTheAnswerIsLostTheBankIsAskedAndNothingIsPaidTwice() {
        var account = account(RefundBankServer.LOST);
        var transaction = tellsTooMuch(account);

        comesTo(transaction, "DONE");
        assertThat(RefundBankServer.ordersTo(account)).isEqualTo(1);
        assertThat(RefundBankServer.paymentsTo(account)).isEqualTo(1);
    }

    @Test
    void anOrderTheBankNeverHeardOfIsOrderedAgainUnderTheSameKey() {
        var account = account(RefundBankServer.DEAF);
        var transaction = tellsTooMuch(account);

        comesTo(transaction, "DONE");
        assertThat(RefundBankServer.ordersTo(account)).isEqualTo(2);
        assertThat(RefundBankServer.paymentsTo(account)).isEqualTo(1);
    }

    @Test
    void anAccountThatIsClosedIsToldToOfficers() {
        var transaction = tellsTooMuch(account(RefundBankServer.CLOSED));

        assertThat(comesTo(transaction, "FAILED").get("reason")).isEqualTo("ACCOUNT_CLOSED");
    }

    @Test
    void withoutATargetItWaitsUntilTheBankTellsOne() {
        var transaction = tellsTooMuch("");
        assertThat(comesTo(transaction, "OWED").get("hasTarget")).isEqualTo(false);

        var account = account("LATER");
        Transfers.file("2026-11-20", 1, Transfers.line(transaction, "26112399999999", 1, WHEN, account))
                .then()
                .statusCode(200);

        comesTo(transaction, "DONE");
        assertThat(RefundBankServer.paymentsTo(account)).isEqualTo(1);
    }

    @Test
    void thePayerTheBankNamedBeforeAnythingWasOwedIsNotForgotten() {
        var lan = Citizen.somebody();
        var request = lan.requests();
        var reference = request.getString("fee.reference");
        var account = account("EARLIER");
        var transaction = UUID.randomUUID().toString();
        Transfers.told(Transfers.line(transaction, reference, 150_000, WHEN, ""))
                .then()
                .body("outcome", equalTo("TOO_LITTLE"));
        Transfers.file("2026-11-22", 150_000, Transfers.line(transaction, reference, 150_000, WHEN, account))
                .then()
                .statusCode(200);

        given().auth()
                .oauth2(lan.token())
                .post("/certificate-requests/" + request.getString("requestId") + "/withdrawal")
                .then()
                .statusCode(200);

        comesTo(transaction, "DONE");
        assertThat(RefundBankServer.paymentsTo(account)).isEqualTo(1);
    }

    @Test
    void aQuestionTheBankCannotReadSaysNothingOfTheOrder() {
        var account = account(RefundBankServer.CONFUSED);
        var transaction = tellsTooMuch(account);

        comesTo(transaction, "DONE");
        assertThat(RefundBankServer.ordersTo(account)).isEqualTo(1);
        assertThat(RefundBankServer.paymentsTo(account)).isEqualTo(1);
    }

    @Test
    void aPartThatCameForARequestThatIsWithdrawnGoesBack() {
        var lan = Citizen.somebody();
        var request = lan.requests();
        var account = account("PART");
        var transaction = UUID.randomUUID().toString();
        Transfers.told(Transfers.line(transaction, request.getString("fee.reference"), 150_000, WHEN, account))
                .then()
                .body("outcome", equalTo("TOO_LITTLE"));

        given().auth()
                .oauth2(lan.token())
                .post("/certificate-requests/" + request.getString("requestId") + "/withdrawal")
                .then()
                .statusCode(200);

        assertThat(comesTo(transaction, "DONE").get("amount")).isEqualTo(150_000);
    }

    @Test
    void aTransferForNobodyGoesBackAndPaysNothingAfterwards() {
        var account = account("STRAY");
        var transaction = UUID.randomUUID().toString();
        Transfers.told(Transfers.line(transaction, "26112399999998", 200_000, WHEN, account))
                .then()
                .body("outcome", equalTo("NO_REQUEST"));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(refund(transaction, "G01").get("status")).isEqualTo("DONE"));
        assertThat(refund(transaction)).isNull();

        var lan = Citizen.somebody();
        var request = lan.requests();
        Transfers.told(Transfers.line(transaction, request.getString("fee.reference"), 200_000, WHEN, account))
                .then()
                .body("outcome", equalTo("KNOWN_ALREADY"));
        assertThat(lan.sees(request.getString("requestId")).getString("status")).isEqualTo("FEE_DUE");
    }

    @Test
    void whatAnAgencyOwesBackIsForItsOfficers() {
        var transaction = tellsTooMuch("");

        assertThat(refund(transaction)).isNotNull();
        assertThat(refund(transaction, "H57")).isNull();
        assertThat(refund(transaction, "G01")).isNull();
    }

    @Test
    void refundsAreForOfficers() {
        given().auth()
                .oauth2(Citizen.somebody().token())
                .get("/officer/payments/refunds")
                .then()
                .statusCode(403);
    }

    private static String tellsTooMuch(String payer) {
        var request = Citizen.somebody().requests();
        var transaction = UUID.randomUUID().toString();
        Transfers.told(Transfers.line(transaction, request.getString("fee.reference"), 250_000, WHEN, payer))
                .then()
                .body("outcome", equalTo("SETTLED"))
                .body("surplus", equalTo(50_000));
        return transaction;
    }

    private static Map<String, Object> comesTo(String transaction, String status) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(refund(transaction).get("status")).isEqualTo(status));
        return refund(transaction);
    }

    private static Map<String, Object> refund(String transaction) {
        return refund(transaction, "H26");
    }

    private static Map<String, Object> refund(String transaction, String agency) {
        return given().auth()
                .oauth2(Tokens.staff(UUID.randomUUID(), "judicial-officer", agency))
                .get("/officer/payments/refunds?limit=100")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("items.find { it.transactionId == '" + transaction + "' }");
    }

    private static String account(String kind) {
        return kind + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
    }
}
