package hoso.judicialcert.request.step;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import hoso.chassis.testing.Servers;
import hoso.chassis.testing.Tokens;
import hoso.chassis.testing.Topic;
import hoso.judicialcert.Citizen;
import hoso.judicialcert.Partners;
import hoso.judicialcert.Scan;
import hoso.judicialcert.Sql;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.person.OfficerId;
import hoso.judicialcert.person.RequestId;
import hoso.judicialcert.request.lifecycle.CertificateRequest;
import hoso.judicialcert.request.lifecycle.CertificateRequests;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Partners.class)
@Tag("edge")
class SupplementApiTest {

    @Inject
    CertificateRequests requests;

    @Inject
    TakeStep step;

    @Inject
    Law law;

    @Inject
    Clock clock;

    @Inject
    AgroalDataSource database;

    @Test
    void whatWasAskedForIsGivenOnceAndTheCaseGoesOnWithALaterDate() throws SQLException {
        var lan = Citizen.somebody();
        var id = isAskedForMore(lan);
        wasAskedThirtyDaysAgo(id);
        var asked = asItStands(id);
        var file = Scan.kept(lan.token(), Scan.pdf());
        var key = UUID.randomUUID().toString();
        var body = "{\"text\":\"Bản sao hộ chiếu trang 1-2\",\"evidence\":[\"" + file + "\"]}";

        gives(lan, id, key, body).then().statusCode(200).body("status", equalTo("REFERRED"));
        gives(lan, id, key, body).then().statusCode(200).body("status", equalTo("REFERRED"));

        var given = asItStands(id).status().since();
        var expected = Instant.parse(lan.sees(id).getString("expectedAt"));
        assertThat(expected)
                .isAfter(asked.terms().due().at())
                .isEqualTo(law.later(asked.terms().due(), asked.status().since(), given)
                        .at());
        assertThat(lan.sees(id).getList("timeline.step")).contains("SUPPLEMENT_GIVEN");
        given().auth()
                .oauth2(Tokens.staff(UUID.randomUUID(), "judicial-officer", "H26"))
                .get("/officer/certificate-requests/" + id + "/evidence")
                .then()
                .statusCode(200)
                .body("supplements.size()", equalTo(1))
                .body("supplements[0].text", equalTo("Bản sao hộ chiếu trang 1-2"))
                .body("items[0].use", equalTo("SUPPLEMENT"));
        gives(lan, id, UUID.randomUUID().toString(), "{\"text\":\"Thêm nữa\"}")
                .then()
                .statusCode(409)
                .body("type", equalTo("/contract/problems.md#not-at-this-step"));
    }

    @Test
    void whatIsNotGivenInTimeStopsTheCase() throws SQLException {
        var lan = Citizen.somebody();
        var id = isAskedForMore(lan);

        Sql.run(
                database,
                "update certificate_request set limit_at = now() - interval '1 second' where id = '" + id + "'");

        assertThat(lan.waitsFor(id, "STOPPED").getString("stopReason")).isEqualTo("SUPPLEMENT_NOT_GIVEN");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Topic.read("judicial-cert.requests.v1", id).stream()
                                .filter(told -> told.type().contains("RequestStopped")))
                        .hasSize(1));
        gives(lan, id, UUID.randomUUID().toString(), "{\"text\":\"Quá muộn\"}")
                .then()
                .statusCode(409);
    }

    @Test
    void nothingIsNoSupplement() {
        var lan = Citizen.somebody();
        var id = isAskedForMore(lan);

        gives(lan, id, UUID.randomUUID().toString(), "{\"text\":\" \",\"evidence\":[]}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/text"));
        gives(lan, id, UUID.randomUUID().toString(), "{\"evidence\":[\"" + UUID.randomUUID() + "\"]}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/evidence/0"));
        assertThat(lan.sees(id).getString("status")).isEqualTo("SUPPLEMENT_REQUESTED");
    }

    @Test
    void somebodyElsesCaseIsNotThere() {
        var id = isAskedForMore(Citizen.somebody());

        gives(Citizen.somebody(), id, UUID.randomUUID().toString(), "{\"text\":\"Của tôi\"}")
                .then()
                .statusCode(404);
    }

    /// An officer looks into a case with a namesake in the register, and asks for something.
    private String isAskedForMore(Citizen citizen) {
        Citizen.courtSends("", citizen.fullName(), citizen.birthDate(), UUID.randomUUID() + "/HSST")
                .then()
                .statusCode(201);
        var request = citizen.requests();
        Citizen.pays(request, 200_000);
        var id = request.getString("requestId");
        citizen.waitsFor(id, "REFERRED");
        QuarkusTransaction.requiringNew().run(() -> {
            var held = requests.lock(new RequestId(UUID.fromString(id))).orElseThrow();
            step.take(held.officerSteps()
                    .requestSupplement(
                            new OfficerId(UUID.randomUUID()),
                            "Bản sao hộ chiếu",
                            clock.instant().plus(Duration.ofDays(30)),
                            clock.instant()));
        });
        return id;
    }

    /// Longer than any row of days off, so that working days lie in between whatever day it is.
    private void wasAskedThirtyDaysAgo(String id) throws SQLException {
        Sql.run(database, "update certificate_request set since = since - interval '30 days' where id = '" + id + "'");
    }

    private CertificateRequest asItStands(String id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> requests.lock(new RequestId(UUID.fromString(id))).orElseThrow());
    }

    private static Response gives(Citizen citizen, String id, String key, String body) {
        return given().auth()
                .oauth2(citizen.token())
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/certificate-requests/" + id + "/supplement");
    }
}
