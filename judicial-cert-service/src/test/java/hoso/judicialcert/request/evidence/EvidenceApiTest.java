package hoso.judicialcert.request.evidence;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import hoso.chassis.testing.Servers;
import hoso.chassis.testing.Tokens;
import hoso.judicialcert.Citizen;
import hoso.judicialcert.Partners;
import hoso.judicialcert.Scan;
import hoso.judicialcert.Sql;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Partners.class)
@Tag("edge")
class EvidenceApiTest {

    @Inject
    AgroalDataSource database;

    @Test
    void aFileIsKeptSealedAndReadByItsOwnerOnly() throws SQLException {
        var lan = Citizen.somebody();
        var scan = Scan.pdf();

        var id = Scan.kept(lan.token(), scan);

        var read = reads(lan.token(), id);
        read.then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Disposition", "attachment; filename=\"" + id + ".pdf\"")
                .header("Content-Security-Policy", "sandbox; default-src 'none'");
        assertThat(read.asByteArray()).isEqualTo(scan);
        reads(Citizen.somebody().token(), id).then().statusCode(404);
        reads(Tokens.machine("national-portal", "portal", "NPSP"), id).then().statusCode(404);
        assertThat(new String(stored(id), StandardCharsets.ISO_8859_1)).doesNotContain("%PDF");
    }

    @Test
    void theSameFileWithTheSameKeyIsOneFile() {
        var lan = Citizen.somebody();
        var scan = Scan.png();
        var key = UUID.randomUUID().toString();

        var first = Scan.sent(lan.token(), key, scan).then().statusCode(201).extract();
        var second = Scan.sent(lan.token(), key, scan).then().statusCode(201).extract();

        assertThat(second.<String>path("evidenceId")).isEqualTo(first.path("evidenceId"));
        assertThat(second.<String>path("mediaType")).isEqualTo("image/png");
        Scan.sent(lan.token(), key, Scan.png())
                .then()
                .statusCode(422)
                .body("type", equalTo("/contract/problems.md#idempotency-key-reused"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MZ an executable called scan.pdf", "<html>%PDF-", "%PDF"})
    void whatIsNoScanIsNotTakenWhateverItIsCalled(String content) {
        Scan.sent(Citizen.somebody().token(), UUID.randomUUID().toString(), content.getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(422)
                .body("type", equalTo("/contract/problems.md#file-kind-not-taken"));
    }

    @Test
    void aFileMayHaveFiveMegabytes() {
        var token = Citizen.somebody().token();
        var largest = Arrays.copyOf(Scan.pdf(), 5 << 20);

        assertThat(reads(token, Scan.kept(token, largest)).asByteArray()).isEqualTo(largest);
        Scan.sent(token, UUID.randomUUID().toString(), Arrays.copyOf(largest, largest.length + 1))
                .then()
                .statusCode(413);
    }

    @Test
    void twentyFilesOfACitizenMayWait() {
        var token = Citizen.somebody().token();
        for (var i = 0; i < 20; i++) {
            Scan.kept(token, Scan.pdf());
        }

        Scan.sent(token, UUID.randomUUID().toString(), Scan.pdf())
                .then()
                .statusCode(409)
                .body("type", equalTo("/contract/problems.md#too-many-files"))
                .body("most", equalTo(20));
    }

    @Test
    void aFileNeedsThePasscode() {
        Scan.sent(Tokens.citizen(UUID.randomUUID(), 2, 1), UUID.randomUUID().toString(), Scan.pdf())
                .then()
                .statusCode(401);
    }

    @Test
    void aFileNobodyAttachedIsDroppedAfterADay() throws SQLException {
        var lan = Citizen.somebody();
        var old = Scan.kept(lan.token(), Scan.pdf());
        var young = Scan.kept(lan.token(), Scan.pdf());

        Sql.run(database, "update evidence set stored_at = now() - interval '25 hours' where id = '" + old + "'");

        await().atMost(Duration.ofSeconds(20))
                .until(() -> reads(lan.token(), old).statusCode() == 404);
        reads(lan.token(), young).then().statusCode(200);
    }

    private static Response reads(String token, String id) {
        return given().auth().oauth2(token).get("/evidence/" + id);
    }

    private byte[] stored(String id) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select content from evidence_content where evidence_id = '" + id + "'")) {
            assertThat(rows.next()).isTrue();
            return rows.getBytes(1);
        }
    }
}
