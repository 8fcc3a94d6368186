package hoso.judicialcert.certificate.issue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hoso.chassis.testing.Servers;
import hoso.chassis.testing.Tokens;
import hoso.chassis.testing.Topic;
import hoso.judicialcert.Citizen;
import hoso.judicialcert.Partners;
import hoso.judicialcert.Sql;
import hoso.judicialcert.person.RequestId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Partners.class)
@Tag("edge")
class SigningApiTest {
    /// A switch in the database: while a request stands in it, the connection that stores its certificate
    /// dies there and then, which is what the rest of the system sees when the worker is killed between
    /// signing and storing.
    private static final String SWITCH = """
            create table if not exists dies (request_id uuid primary key);
            create or replace function die() returns trigger language plpgsql as $$
            begin
              if exists (select from dies where request_id = new.request_id) then
                perform pg_terminate_backend(pg_backend_pid());
              end if;
              return new;
            end $$;
            create or replace trigger dies before insert on certificate for each row execute function die();
            """;

    @Inject
    DataSource database;

    @Inject
    IssueCertificate issue;

    @Test
    void aWorkerThatDiesBetweenSigningAndStoringLeavesOneCertificate() throws SQLException {
        var lan = Citizen.somebody();
        var request = lan.requests();
        var id = request.getString("requestId");
        Sql.run(database, SWITCH);
        Sql.run(database, "insert into dies values ('" + id + "')");

        Citizen.pays(request, 200_000);
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        Sql.count(database, "certificate_request where not_before is not null and id = '" + id + "'")
                                == 1);
        assertThat(lan.sees(id).getString("status")).isEqualTo("SIGNING");
        assertThat(Sql.count(database, "certificate where request_id = '" + id + "'"))
                .isZero();
        Sql.run(database, "delete from dies");

        lan.waitsFor(id, "ISSUED");
        assertThat(Sql.count(database, "certificate where request_id = '" + id + "'"))
                .isOne();
        // The number that was taken for nothing was given back: each agency counts those of a series without gaps.
        assertThat(Sql.count(
                        database,
                        "(select from certificate group by agency, split_part(number, '/', 3) having count(*)"
                                + " <> max(cast(split_part(number, '/', 1) as bigint))) as gap"))
                .isZero();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Topic.read("judicial-cert.requests.v1", id).stream()
                                .filter(told -> told.type().contains("CertificateIssued")))
                        .hasSize(1));
    }

    @Test
    void aWithdrawalWhileTheWorkersWorkLeavesOneEndOrTheOther() throws SQLException {
        for (var round = 0; round < 10; round++) {
            var lan = Citizen.somebody();
            var request = lan.requests();
            var id = request.getString("requestId");
            Citizen.pays(request, 200_000);
            // Each round a little later: before the check, between check and signature, after both.
            await().pollDelay(Duration.ofMillis(20L * round)).until(() -> true);

            var status = given().auth()
                    .oauth2(lan.token())
                    .post("/certificate-requests/" + id + "/withdrawal")
                    .statusCode();

            assertThat(status).isIn(200, 409);
            lan.waitsFor(id, status == 200 ? "WITHDRAWN" : "ISSUED");
            assertThat(Sql.count(database, "certificate where request_id = '" + id + "'"))
                    .isEqualTo(status == 200 ? 0 : 1);
        }
    }

    @Test
    void manyWorkersAtOnceMakeOneCertificate() throws Exception {
        var lan = Citizen.somebody();
        var request = lan.requests();
        var id = request.getString("requestId");

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Citizen.pays(request, 200_000);
            var workers = IntStream.range(0, 8)
                    .<Callable<Integer>>mapToObj(_ -> () -> hurry(id))
                    .toList();
            for (var worker : threads.invokeAll(workers)) {
                assertThat(worker.get()).isEqualTo(20);
            }
        }
        lan.waitsFor(id, "ISSUED");

        assertThat(Sql.count(database, "certificate where request_id = '" + id + "'"))
                .isOne();
    }

    @Test
    void aJudgmentThatArrivesBeforeTheSignatureIsSeen() throws SQLException {
        var lan = Citizen.somebody();
        var request = lan.requests();
        var id = request.getString("requestId");
        Sql.run(database, SWITCH);
        Sql.run(database, "insert into dies values ('" + id + "')");
        Citizen.pays(request, 200_000);
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        Sql.count(database, "certificate_request where not_before is not null and id = '" + id + "'")
                                == 1);

        Citizen.courtSends(lan.number(), lan.fullName(), lan.birthDate(), "99/2026/HSST")
                .then()
                .statusCode(201);
        Sql.run(database, "delete from dies");
        lan.waitsFor(id, "REFERRED");

        assertThat(Sql.count(database, "certificate where request_id = '" + id + "'"))
                .isZero();
    }

    @Test
    void aJudgmentComesEitherBeforeACertificateOrAfterIt() throws Exception {
        for (var i = 0; i < 10; i++) {
            var lan = Citizen.somebody();
            var request = lan.requests();
            var id = request.getString("requestId");

            Citizen.pays(request, 200_000);
            Citizen.courtSends(lan.number(), lan.fullName(), lan.birthDate(), "98/2026/HSST")
                    .then()
                    .statusCode(201);
            var before = Sql.count(database, "certificate where request_id = '" + id + "'");

            // What was entered is seen by every certificate that was not there already.
            lan.waitsFor(id, before == 0 ? "REFERRED" : "ISSUED");
        }
    }

    @Test
    void aCertificateIsReadByItsHolderWithThePasscodeOnly() {
        var lan = Citizen.somebody();
        var certificate = lan.isIssued().getString("certificateId");

        assertThat(status(lan.token(), certificate)).isEqualTo(200);
        assertThat(status(Tokens.citizen(lan.id(), 2, 1), certificate)).isEqualTo(401);
        assertThat(status(Citizen.somebody().token(), certificate)).isEqualTo(404);
        assertThat(status(Tokens.service("notification-service"), certificate)).isEqualTo(200);
        assertThat(status(Tokens.machine("hospital-01000", "facility", "01000"), certificate))
                .isEqualTo(403);
    }

    @Test
    void nothingPersonalLiesOpenInTheTables() throws SQLException {
        var lan = Citizen.somebody();
        lan.isIssued();

        for (var table : new String[] {"certificate_request", "certificate", "payment", "judgment", "outbox"}) {
            assertThat(Sql.count(database, table + " t where t::text ilike '%" + lan.number() + "%'"))
                    .isZero();
            var hex = java.util.HexFormat.of()
                    .formatHex(lan.number().getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            assertThat(Sql.count(database, table + " t where t::text ilike '%" + hex + "%'"))
                    .isZero();
        }
    }

    private int hurry(String id) {
        var times = 0;
        for (; times < 20; times++) {
            var _ = issue.issue(new RequestId(UUID.fromString(id)));
        }
        return times;
    }

    private static int status(String token, String certificate) {
        return given().auth()
                .oauth2(token)
                .get("/certificates/" + certificate + "/document")
                .statusCode();
    }
}
