package hoso.judicialcert.money.receipt;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import hoso.chassis.testing.Servers;
import hoso.judicialcert.Citizen;
import hoso.judicialcert.Partners;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.HeaderParameterNames;
import org.jose4j.jwx.JsonWebStructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Partners.class)
@Tag("edge")
class ReceiptApiTest {

    @Inject
    AgroalDataSource database;

    @Test
    void whoPaidGetsAReceiptThatAnybodyCanCheckAndItNeverChanges() throws Exception {
        var lan = Citizen.somebody();
        var request = lan.requests();
        var id = request.getString("requestId");
        reads(lan, id)
                .then()
                .statusCode(409)
                .body("type", equalTo("/contract/problems.md#no-receipt-yet"))
                .body("status", equalTo(409))
                .body("caseStatus", equalTo("FEE_DUE"));
        Citizen.pays(request, 250_000);

        var receipt = reads(lan, id)
                .then()
                .statusCode(200)
                .body("receipt.amount", equalTo(200_000))
                .body("receipt.dossierCode", equalTo(request.getString("dossierCode")))
                .body("receipt.title.vi", equalTo("Biên lai thu phí điện tử"))
                .extract();

        var statement = receipt.<String>path("statement");
        assertThat(receipt.<String>path("receipt.number")).matches("BL-H26-[0-9]{8}-[0-9]{6}");
        assertThat(verified(statement))
                .contains(receipt.<String>path("receipt.number"))
                .contains("\"amount\":200000");
        assertThat(reads(lan, id).<String>path("statement")).isEqualTo(statement);
        reads(Citizen.somebody(), id).then().statusCode(404);
    }

    @Test
    void numbersHaveNoGapsHoweverManyPayAtOnce() throws Exception {
        var people = Stream.generate(Citizen::somebody).limit(8).toList();
        var requests = people.stream().map(Citizen::requests).toList();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(requests.stream()
                    .<Callable<String>>map(request -> () -> Citizen.pays(request, 200_000))
                    .toList());
            assertThat(answers)
                    .allSatisfy(answer -> assertThat(answer.resultNow()).isEqualTo("SETTLED"));
        }

        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select count(*), max(r.serial), min(r.serial), min(s.last) from receipt r
                        join receipt_series s on s.agency = r.agency and s.day = r.day group by r.agency, r.day
                        """)) {
            assertThat(rows.next()).isTrue();
            do {
                assertThat(rows.getLong(2)).isEqualTo(rows.getLong(1));
                assertThat(rows.getLong(3)).isEqualTo(1);
                assertThat(rows.getLong(4)).isEqualTo(rows.getLong(1));
            } while (rows.next());
        }
    }

    @Test
    void moneyThatComesTwiceMakesOneReceipt() throws SQLException {
        var lan = Citizen.somebody();
        var request = lan.requests();
        var reference = request.getString("fee.reference");
        var transaction = UUID.randomUUID().toString();

        Citizen.bankTells(transaction, reference, 200_000);
        Citizen.bankTells(transaction, reference, 200_000);
        Citizen.bankTells(UUID.randomUUID().toString(), reference, 200_000);

        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select count(*) from receipt where request_id = '" + request.getString("requestId") + "'")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getLong(1)).isEqualTo(1);
        }
    }

    /// Checked by a library that is not ours, with the certificate in the header.
    private static String verified(String statement) throws Exception {
        var signature = (JsonWebSignature) JsonWebStructure.fromCompactSerialization(statement);
        assertThat(signature.getHeader(HeaderParameterNames.TYPE)).isEqualTo("fee-receipt+jwt");
        signature.setKey(signature.getCertificateChainHeaderValue().getFirst().getPublicKey());
        assertThat(signature.verifySignature()).isTrue();
        return signature.getPayload();
    }

    private static Response reads(Citizen citizen, String id) {
        return given().auth().oauth2(citizen.token()).get("/certificate-requests/" + id + "/receipt");
    }
}
