package hoso.judicialcert.certificate.status;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.SignedJWT;
import hoso.chassis.testing.Servers;
import hoso.chassis.testing.TestClock;
import hoso.judicialcert.Citizen;
import hoso.judicialcert.Partners;
import hoso.judicialcert.Sql;
import hoso.judicialcert.certificate.issue.ChangeStanding;
import hoso.judicialcert.person.CertificateId;
import hoso.judicialcert.proof.statement.StatusListReader;
import hoso.judicialcert.proof.statement.TrustBundleJson;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.InflaterInputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Partners.class)
@Tag("edge")
class StatusBitsApiTest {
    @Inject
    DataSource database;

    @Inject
    ChangeStanding recall;

    @Test
    void aListIsForAnybodyAndSaysHowOldItIs() throws Exception {
        var answer = given().get("/status-lists/0").then().statusCode(200).extract();

        var list = SignedJWT.parse(answer.asString());
        var claims = list.getJWTClaimsSet();
        assertThat(answer.contentType()).startsWith("application/statuslist+jwt");
        assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=15");
        assertThat(list.getHeader().getType().getType()).isEqualTo("statuslist+jwt");
        assertThat(claims.getSubject()).endsWith("/api/judicial-cert/status-lists/0");
        assertThat(claims.getLongClaim("ttl")).isEqualTo(15);
        assertThat(Duration.between(
                        claims.getIssueTime().toInstant(),
                        claims.getExpirationTime().toInstant()))
                .isEqualTo(Duration.ofHours(25));
        assertThat(claims.getJSONObjectClaim("status_list")).containsEntry("bits", 2L);
    }

    @Test
    void whoHasTheListAlreadyIsToldSo() {
        var tag = given().get("/status-lists/0").header("ETag");

        var again = given().header("If-None-Match", tag).get("/status-lists/0");

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.asByteArray()).isEmpty();
    }

    @Test
    void whatIsRecalledOrSupersededStandsInTheListWithinSeconds() throws Exception {
        var recalled = certificate();
        var corrected = certificate();
        var valid = certificate();
        assertThat(entry(recalled)).isZero();

        recall.revoke(new CertificateId(UUID.fromString(recalled)), "WRONG_CONTENT");
        Sql.run(
                database,
                "update certificate set standing = 'SUPERSEDED', successor = '" + valid + "' where id = '" + corrected
                        + "'");

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(entry(recalled)).isEqualTo(1));
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(entry(corrected)).isEqualTo(3));
        assertThat(entry(valid)).isZero();
    }

    @Test
    void aDecoySeemsNotToBeValidFromItsMomentOn() throws Exception {
        certificate();
        var add = """
                insert into certificate_status (status_index, decoy, decoy_from)
                select free, 'REVOKED', %s from generate_series(0, 65535) free
                where not exists (select from certificate c where c.status_index = free)
                  and not exists (select from certificate_status s where s.status_index = free) limit 1
                returning status_index""";
        var turned = StatusIndex.of(Sql.number(database, add.formatted("now() - interval '1 s'")));
        var waiting = StatusIndex.of(Sql.number(database, add.formatted("now() + interval '1 day'")));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(entry(turned)).isEqualTo(1));
        assertThat(entry(waiting)).isZero();
    }

    @Test
    void theVerifierWithoutNetworkReadsTheListItTookAlong() throws Exception {
        var recalled = certificate();
        var valid = certificate();
        recall.revoke(new CertificateId(UUID.fromString(recalled)), "WRONG_CONTENT");
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(entry(recalled)).isEqualTo(1));

        var trust = TrustBundleJson.read(
                        given().get("/verification-material/trust-bundle").asByteArray())
                .orElseThrow();
        var list = StatusListReader.open(given().get("/status-lists/0").asString(), trust)
                .orElseThrow();

        assertThat(list.number()).isZero();
        assertThat(list.at(index(recalled))).hasToString("REVOKED");
        assertThat(list.at(index(valid))).hasToString("VALID");
        assertThat(list.isStale(TestClock.now(), Duration.ofHours(1))).isFalse();
    }

    @Test
    void manyWhoAskAtOnceGetTheSameList() throws Exception {
        given().get("/status-lists/0");

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var askers = IntStream.range(0, 200)
                    .<Callable<String>>mapToObj(
                            _ -> () -> given().get("/status-lists/0").asString())
                    .toList();
            assertThat(threads.invokeAll(askers).stream()
                            .map(one -> one.resultNow())
                            .collect(Collectors.toSet()))
                    .hasSize(1);
        }
    }

    @Test
    void aListNobodyStandsInIsNotThere() {
        for (var number : List.of("999", "1000999", "99999999999", "99999999999999999999")) {
            given().get("/status-lists/" + number).then().statusCode(404).contentType("application/problem+json");
        }
        given().get("/status-lists/x").then().statusCode(404);
        given().get("/status-lists/-1").then().statusCode(404);
    }

    @Test
    void theIndexNamesAllListsWithTheirAges() {
        var index =
                given().get("/status-lists").then().statusCode(200).extract().jsonPath();

        assertThat(index.getString("status_lists[0]")).endsWith("/status-lists/0");
        assertThat(index.getString("lists[0].uri")).isEqualTo(index.getString("status_lists[0]"));
        assertThat(Instant.parse(index.getString("lists[0].expiresAt"))).isAfter(TestClock.now());
    }

    private static String certificate() {
        return Citizen.somebody().isIssued().getString("certificateId");
    }

    private int entry(String certificate) throws SQLException, ParseException, IOException {
        return entry(StatusIndex.of(index(certificate)));
    }

    private static int entry(StatusIndex place) throws ParseException, IOException {
        var list = SignedJWT.parse(given().get("/status-lists/" + place.list()).asString());
        var packed = Objects.requireNonNull(
                list.getJWTClaimsSet().getJSONObjectClaim("status_list").get("lst"));
        try (var inflated = new InflaterInputStream(
                new ByteArrayInputStream(Base64.getUrlDecoder().decode((String) packed)))) {
            return (inflated.readAllBytes()[place.entry() / 4] >> (place.entry() % 4 * 2)) & 3;
        }
    }

    private long index(String certificate) throws SQLException {
        try (var connection = database.getConnection();
                var running = connection.createStatement();
                var found =
                        running.executeQuery("select status_index from certificate where id = '" + certificate + "'")) {
            found.next();
            return found.getLong(1);
        }
    }
}
