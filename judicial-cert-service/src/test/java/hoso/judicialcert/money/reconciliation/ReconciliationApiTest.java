package hoso.judicialcert.money.reconciliation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import hoso.chassis.testing.Servers;
import hoso.chassis.testing.Tokens;
import hoso.judicialcert.Citizen;
import hoso.judicialcert.Partners;
import hoso.judicialcert.Transfers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Partners.class)
@Tag("edge")
class ReconciliationApiTest {

    @Test
    void theFileOfADayBooksWhatCallBacksMissedAndTellsWhatDiffers() {
        var when = "2026-10-05T10:00:00+07:00";
        var lan = Citizen.somebody();
        var missed = lan.requests();
        var told = Citizen.somebody().requests();
        var agreed = id();
        var differs = id();
        var unknown = id();
        var missing = id();
        var booked = id();
        Transfers.told(Transfers.line(agreed, told.getString("fee.reference"), 200_000, when, ""));
        Transfers.told(Transfers.line(differs, told.getString("fee.reference"), 10_000, when, ""));
        Transfers.told(Transfers.line(missing, told.getString("fee.reference"), 20_000, when, ""));

        var lines = new String[] {
            Transfers.line(agreed, told.getString("fee.reference"), 200_000, when, ""),
            Transfers.line(differs, told.getString("fee.reference"), 11_000, when, ""),
            Transfers.line(unknown, "26112399999997", 30_000, when, ""),
            Transfers.line(booked, missed.getString("fee.reference"), 200_000, when, "")
        };
        var first = Transfers.file("2026-10-05", 441_000, lines).then().statusCode(200);

        first.body("results.AGREED", equalTo(1))
                .body("results.BOOKED", equalTo(1))
                .body("differences.findAll { it.result == 'BOOKED' }.transaction", hasItems(booked))
                .body("differences.findAll { it.result == 'AMOUNT_DIFFERS' }.transaction", hasItems(differs))
                .body("differences.findAll { it.result == 'NO_REQUEST' }.transaction", hasItems(unknown))
                .body("differences.findAll { it.result == 'MISSING_AT_BANK' }.transaction", hasItems(missing));
        assertThat(lan.waitsFor(missed.getString("requestId"), "ISSUED").getLong("received"))
                .isEqualTo(200_000);

        var again = Transfers.file("2026-10-05", 441_000, lines).then().statusCode(200);
        assertThat(again.extract().jsonPath().getList("differences"))
                .isEqualTo(first.extract().jsonPath().getList("differences"));
        given().auth()
                .oauth2(Tokens.staff(UUID.randomUUID(), "judicial-officer", "H26"))
                .get("/officer/payments/reconciliations/2026-10-05")
                .then()
                .statusCode(200)
                .body("count", equalTo(3))
                .body("total", equalTo(411_000))
                .body("differences.transaction", containsInAnyOrder(differs, booked, missing));
        given().auth()
                .oauth2(Tokens.staff(UUID.randomUUID(), "judicial-officer", "G01"))
                .get("/officer/payments/reconciliations/2026-10-05")
                .then()
                .statusCode(200)
                .body("count", equalTo(1))
                .body("differences.transaction", contains(unknown));
        given().auth()
                .oauth2(Tokens.staff(UUID.randomUUID(), "judicial-officer", "H57"))
                .get("/officer/payments/reconciliations/2026-10-05")
                .then()
                .statusCode(200)
                .body("count", equalTo(0))
                .body("differences.size()", equalTo(0));
    }

    @Test
    void aFileThatWasCutOffBooksNothing() {
        var lan = Citizen.somebody();
        var request = lan.requests();
        var line = Transfers.line(id(), request.getString("fee.reference"), 200_000, "2026-10-06T10:00:00+07:00", "");

        Transfers.sent(
                        "/bank-reconciliations",
                        "application/x-ndjson",
                        "{\"day\":\"2026-10-06\",\"count\":2,\"total\":400000}\n" + line)
                .then()
                .statusCode(422)
                .body("type", equalTo("/contract/problems.md#reconciliation-incomplete"));
        Transfers.sent(
                        "/bank-reconciliations",
                        "application/x-ndjson",
                        "{\"day\":\"2026-10-06\",\"count\":1,\"total\":200000}\n"
                                + line.substring(0, line.length() / 2))
                .then()
                .statusCode(400)
                .body("at", equalTo("/2"));

        assertThat(lan.sees(request.getString("requestId")).getString("status")).isEqualTo("FEE_DUE");
    }

    @Test
    void everyWrongLineIsTold() {
        var line = Transfers.line("FT" + id(), "26112399999996", 5_000, "2026-10-07T10:00:00+07:00", "");

        Transfers.file("2026-10-07", 0, line, line, line.replace("0011001234567", "999"))
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(java.util.List.of("/3/transactionId", "/4/creditAccount")));
    }

    @Test
    void aFileThatIsNotSignedByTheBankIsNotRead() {
        given().contentType("application/x-ndjson")
                .header("Hoso-Signature", "t=1,v1=" + "0".repeat(64))
                .body("{\"day\":\"2026-10-08\",\"count\":0,\"total\":0}".getBytes(StandardCharsets.UTF_8))
                .post("/bank-reconciliations")
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(Tokens.staff(UUID.randomUUID(), "judicial-officer", "H26"))
                .get("/officer/payments/reconciliations/2026-10-08")
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-999999999-01-01",
                "%2B999999999-12-31",
                "%2B10000-01-01",
                "0000-01-01",
                "2026-13-45",
                "x",
                "%00"
            })
    void aDayThatNoCalendarHasHoldsNoReport(String day) {
        given().urlEncodingEnabled(false)
                .auth()
                .oauth2(Tokens.staff(UUID.randomUUID(), "judicial-officer", "H26"))
                .get("/officer/payments/reconciliations/" + day)
                .then()
                .statusCode(404)
                .body("type", equalTo("/contract/problems.md#not-found"));
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}
