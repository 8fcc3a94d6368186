package hoso.judicialcert.certificate.issue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import hoso.chassis.testing.Servers;
import hoso.chassis.testing.Tokens;
import hoso.judicialcert.Citizen;
import hoso.judicialcert.Partners;
import hoso.judicialcert.Sql;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Whoever may read of No. 1 alone does not find out from what is missing between two of them that a No. 2 was issued.
@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Partners.class)
@Tag("edge")
class NoGapTellsApiTest {
    private static final String NUMBER = "cast(split_part(number, '/', 1) as int)";
    private static final String OF_NO_1 = " from certificate where agency = 'G01' and kind = 'NO_1'";

    @Inject
    DataSource database;

    @Test
    void numbersOfNo1HaveNoGapWhereANo2WasIssued() throws SQLException {
        issued("BHXH", "NO_1");
        var hidden = issued("VKS-HN", "NO_2");
        issued("BHXH", "NO_1");

        assertThat(Sql.count(database, "certificate where id = '" + hidden + "' and number ~ '-LLTP2$'"))
                .isOne();
        assertThat(Sql.number(database, "select max(" + NUMBER + ")" + OF_NO_1))
                .isEqualTo(Sql.number(database, "select count(*)" + OF_NO_1));
        assertThat(Sql.count(database, "certificate where kind = 'NO_1' and number ~ '-LLTP2$'"))
                .isZero();
    }

    @Test
    void everyPlaceInTheListsIsDrawnAndNotCounted() throws SQLException {
        var certificate = issued("BHXH", "NO_1");

        assertThat(Sql.count(
                        database,
                        "certificate_status s join certificate c on c.status_index = s.status_index where c.id = '"
                                + certificate + "' and s.decoy is null"))
                .isOne();
    }

    @Test
    void theLogTakesNothingButCertificatesAndWhatCanBeToldToStandForNothing() throws SQLException {
        var padding = UUID.randomUUID();
        var entry = "insert into issuance_log (certificate_id, act, digest, at) values ('" + padding + "', 'ISSUED', ";

        assertThatThrownBy(() -> Sql.run(database, entry + "repeat('0', 64), now())"))
                .hasMessageContaining("is about a certificate");
        Sql.run(
                database,
                entry + "encode(sha256(convert_to('hoso-issuance-log/padding' || chr(10) || '" + padding
                        + "' || chr(10), 'UTF8')), 'hex'), now())");
    }

    @Test
    void aCertificateThatStandsInTheLogIsNeverDropped() throws SQLException {
        var certificate = issued("BHXH", "NO_1");

        assertThatThrownBy(() -> Sql.run(database, "delete from certificate where id = '" + certificate + "'"))
                .hasMessageMatching("(?s).*(is never dropped|violates foreign key).*");
    }

    /// An agency asks and is given one.
    private static String issued(String agency, String kind) {
        var lan = Citizen.somebody();
        var token = Tokens.machine("agency-" + agency, "agency", agency);
        var id = given().auth()
                .oauth2(token)
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("""
                        {"kind":"%s","person":{"personalNumber":"%s","fullName":"%s","birthDate":"%s"},
                         "purpose":"Tuyển dụng viên chức","legalBasis":"Điều 7 Luật Lý lịch tư pháp",
                         "procedure":"1.005392","officerId":"CB-0042"}
                        """.formatted(kind, lan.number(), lan.fullName(), lan.birthDate()))
                .post("/agency/certificate-requests")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("requestId");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> given().auth()
                        .oauth2(token)
                        .get("/agency/certificate-requests/" + id)
                        .then()
                        .body("status", equalTo("ISSUED")));
        return given().auth()
                .oauth2(token)
                .get("/agency/certificate-requests/" + id)
                .then()
                .extract()
                .path("certificateId");
    }
}
