package hoso.judicialcert.verification.bulk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import hoso.chassis.hash.Sha256;
import hoso.chassis.testing.Servers;
import hoso.chassis.testing.Tokens;
import hoso.judicialcert.Citizen;
import hoso.judicialcert.Partners;
import hoso.judicialcert.Sql;
import hoso.judicialcert.proof.document.Traces;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Partners.class)
@Tag("edge")
class BulkVerificationApiTest {
    private static final Citizen LAN = Citizen.somebody();

    @Inject
    DataSource database;

    @Test
    void eachRowGetsItsAnswerAndAWrongOneStopsNoOther() {
        var issued = LAN.isIssued();
        var document = LAN.document(issued.getString("certificateId"));
        var code = Traces.of(document).codes().stream().findFirst().orElseThrow();
        var rows = String.join(
                ",",
                "{\"sha256\":\"" + Sha256.hex(document) + "\"}",
                "{\"sha256\":\"" + "0".repeat(64) + "\"}",
                fields(code, issued, LAN.fullName()),
                fields(code, issued, "TRẦN VĂN THỬ"),
                "{\"sha256\":\"ABC\"}",
                "{\"code\":\"x\",\"birthDate\":\"17/03/1985\",\"sex\":\"?\"}",
                "{\"sha256\":\"" + "0".repeat(64) + "\",\"code\":\"x\"}",
                "null");

        var job = finished("EMPLOYER-A", sent("EMPLOYER-A", body(rows)));

        assertThat(job.getInt("done")).isEqualTo(8);
        var results = results("EMPLOYER-A", job.getString("jobId"), "");
        assertThat(results.getList("items.result", String.class))
                .containsExactly("VALID", "UNKNOWN", "VALID", "UNKNOWN", null, null, null, null);
        assertThat(results.getString("items[0].number")).endsWith("-LLTP");
        assertThat(results.getList("items[4].errors.pointer")).containsExactly("/sha256");
        assertThat(results.getList("items[5].errors.pointer"))
                .containsExactly("/dossierCode", "/fullName", "/documentNumber", "/birthDate", "/sex");
        assertThat(results.getList("items[6].errors.code")).containsExactly("either-digest-or-fields");
        assertThat(results.getList("items[7].errors.code")).contains("required");
    }

    @Test
    void tenThousandRowsAreOneJob() {
        var job = finished("EMPLOYER-B", sent("EMPLOYER-B", body(digests(10_000))));
        var id = job.getString("jobId");

        assertThat(job.getInt("rows")).isEqualTo(10_000);
        var first = results("EMPLOYER-B", id, "?limit=1000");
        assertThat(first.getList("items")).hasSize(1_000);
        var second = results("EMPLOYER-B", id, "?limit=1000&after=" + first.getString("next"));
        assertThat(second.getInt("items[0].row")).isEqualTo(1_001);
        assertThat(results("EMPLOYER-B", id, "?limit=1000&after=9000").getString("next"))
                .isNull();
        assertThat(as("EMPLOYER-B", id, "text/csv").split("\r\n", -1))
                .hasSize(10_002)
                .startsWith(
                        "row,result,reasons,number,agency,issuedAt,lastDay,errors", "1,UNKNOWN,NOT_IN_REGISTER,,,,,");
        assertThat(as("EMPLOYER-B", id, "application/x-ndjson").split("\n", -1)).hasSize(10_001);
    }

    @Test
    void tenThousandAndOneRowsOrNoneAreRefused() {
        send("EMPLOYER-C", UUID.randomUUID().toString(), body(digests(10_001)))
                .then()
                .statusCode(422)
                .body("errors.code", hasItem("too-many-rows"));
        send("EMPLOYER-C", UUID.randomUUID().toString(), body("")).then().statusCode(422);
        send("EMPLOYER-C", UUID.randomUUID().toString(), "{\"rows\":[{\"sha256\":[]}]}")
                .then()
                .statusCode(400);
    }

    @Test
    void aJobSentAgainIsTheSameJob() {
        var key = UUID.randomUUID().toString();

        var first = send("EMPLOYER-D", key, body(digests(3))).then().statusCode(202);
        var again = send("EMPLOYER-D", key, body(digests(3))).then().statusCode(202);

        assertThat(again.extract().<String>path("jobId"))
                .isEqualTo(first.extract().path("jobId"));
        send("EMPLOYER-D", key, body(digests(4))).then().statusCode(422);
        given().auth()
                .oauth2(token("EMPLOYER-D"))
                .contentType("application/json")
                .body(body(digests(1)))
                .post("/verification-jobs")
                .then()
                .statusCode(400);
    }

    @Test
    void aJobIsSeenByItsOrganisationOnly() {
        var id = sent("EMPLOYER-E", body(digests(1)));

        for (var path : new String[] {"", "/results"}) {
            assertThat(get(token("EMPLOYER-F"), id + path).statusCode()).isEqualTo(404);
            assertThat(get(Tokens.citizen(UUID.randomUUID()), id + path).statusCode())
                    .isEqualTo(403);
        }
        given().auth()
                .oauth2(token("EMPLOYER-F"))
                .delete("/verification-jobs/" + id)
                .then()
                .statusCode(404);
        given().get("/verification-jobs/" + id).then().statusCode(401);
        assertThat(get(Tokens.machine("agency", "agency", "EMPLOYER-E"), id).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aWorkerThatDiesInTheMiddleIsFollowedByOneThatGoesOnThere() throws SQLException {
        // The connection that writes row 450 of this organisation's job dies there, once.
        Sql.run(database, """
                create table if not exists dies_in_bulk (organisation text primary key);
                create or replace function die_in_bulk() returns trigger language plpgsql as $$
                begin
                  if new.row = 450 and exists (select from dies_in_bulk d join verification_job j using (organisation)
                                               where j.id = new.job_id) then
                    perform pg_terminate_backend(pg_backend_pid());
                  end if;
                  return new;
                end $$;
                create or replace trigger dies_in_bulk before insert on verification_result
                  for each row execute function die_in_bulk();
                insert into dies_in_bulk values ('EMPLOYER-G');
                """);

        var id = sent("EMPLOYER-G", body(digests(900)));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Sql.count(database, "verification_job where not_before is not null and id = '" + id + "'")
                        == 1);
        assertThat(Sql.count(database, "verification_result where job_id = '" + id + "'"))
                .isEqualTo(400);
        Sql.run(database, "delete from dies_in_bulk");

        var job = finished("EMPLOYER-G", id);
        assertThat(job.getInt("done")).isEqualTo(900);
        assertThat(Sql.count(database, "verification_result where job_id = '" + id + "'"))
                .isEqualTo(900);
    }

    @Test
    void whatWasSentIsSealedAndGoesAwayWhenItIsChecked() throws SQLException {
        Sql.run(
                database,
                "insert into verification_quota values ('EMPLOYER-H', current_date, 0) on conflict do nothing");
        var issued = LAN.isIssued();
        var id = sent("EMPLOYER-H", body(fields("0000-0000-0000-0001", issued, "PHẠM THỊ CHIM YẾN")));

        finished("EMPLOYER-H", id);

        assertThat(Sql.count(database, "verification_piece where job_id = '" + id + "'"))
                .isZero();
        assertThat(Sql.count(database, "subject_key where subject = '" + id + "'"))
                .isZero();
        for (var table : new String[] {"verification_result", "verification_job", "idempotency_key"}) {
            assertThat(Sql.count(database, table + " t where t::text ilike '%CHIM YẾN%'"))
                    .isZero();
        }
    }

    @Test
    void anOrganisationHasSoManyRowsADay() throws SQLException {
        sent("EMPLOYER-I", body(digests(1)));
        Sql.run(database, "update verification_quota set used = 49998 where organisation = 'EMPLOYER-I'");

        send("EMPLOYER-I", UUID.randomUUID().toString(), body(digests(3)))
                .then()
                .statusCode(429)
                .header("Retry-After", notNullValue())
                .body("type", endsWith("#quota-used-up"))
                .body("rowsPerDay", equalTo(50_000));

        send("EMPLOYER-I", UUID.randomUUID().toString(), body(digests(2)))
                .then()
                .statusCode(202);
        assertThat(Sql.count(database, "verification_quota where organisation = 'EMPLOYER-I' and used = 50000"))
                .isOne();
    }

    @Test
    void aJobExpiresAndIsDropped() throws SQLException {
        var id = sent("EMPLOYER-J", body(digests(1)));
        finished("EMPLOYER-J", id);

        Sql.run(database, "update verification_job set expires_at = now() where id = '" + id + "'");

        assertThat(get(token("EMPLOYER-J"), id).statusCode()).isEqualTo(404);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Sql.count(database, "verification_result where job_id = '" + id + "'") == 0);
    }

    @Test
    void aJobCanBeDroppedBefore() throws SQLException {
        var id = sent("EMPLOYER-K", body(digests(1)));

        given().auth()
                .oauth2(token("EMPLOYER-K"))
                .delete("/verification-jobs/" + id)
                .then()
                .statusCode(204);

        assertThat(get(token("EMPLOYER-K"), id).statusCode()).isEqualTo(404);
        assertThat(Sql.count(database, "verification_piece where job_id = '" + id + "'"))
                .isZero();
    }

    private static String digests(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"sha256\":\"%064x\"}".formatted(i))
                .collect(Collectors.joining(","));
    }

    private static String body(String rows) {
        return "{\"reference\":\"HR-2026/17\",\"maxAgeDays\":\"365\",\"rows\":[" + rows + "]}";
    }

    private static String fields(String code, JsonPath issued, String fullName) {
        return """
                {"code":"%s","dossierCode":"%s","fullName":"%s","birthDate":"1985-03-17","sex":"FEMALE","documentNumber":"%s"}
                """.formatted(code, issued.getString("dossierCode"), fullName, LAN.number());
    }

    private static String token(String organisation) {
        return Tokens.machine("client-" + organisation, "verifier", organisation);
    }

    private static Response send(String organisation, String key, String body) {
        return given().auth()
                .oauth2(token(organisation))
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/verification-jobs");
    }

    private static String sent(String organisation, String body) {
        return send(organisation, UUID.randomUUID().toString(), body)
                .then()
                .statusCode(202)
                .header("Location", notNullValue())
                .extract()
                .path("jobId");
    }

    private static Response get(String token, String path) {
        return given().auth().oauth2(token).get("/verification-jobs/" + path);
    }

    private static JsonPath finished(String organisation, String id) {
        await().atMost(Duration.ofMinutes(2))
                .until(() -> get(token(organisation), id)
                        .jsonPath()
                        .getString("status")
                        .equals("FINISHED"));
        return get(token(organisation), id).jsonPath();
    }

    private static JsonPath results(String organisation, String id, String query) {
        return get(token(organisation), id + "/results" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static String as(String organisation, String id, String type) {
        return given().auth()
                .oauth2(token(organisation))
                .accept(type)
                .get("/verification-jobs/" + id + "/results")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
