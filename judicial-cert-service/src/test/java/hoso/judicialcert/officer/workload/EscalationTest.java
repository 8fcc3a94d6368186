package hoso.judicialcert.officer.workload;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hoso.chassis.testing.Servers;
import hoso.chassis.testing.Tokens;
import hoso.judicialcert.OfficerAtDesk;
import hoso.judicialcert.Partners;
import hoso.judicialcert.Sql;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.officer.casework.Cases;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Partners.class)
@Tag("edge")
class EscalationTest {
    @Inject
    DataSource database;

    @Inject
    EscalateStep escalate;

    @Inject
    Law law;

    @Test
    void aStepHasADateByTheLawOfWorkingDays() {
        var id = Cases.uncertain(Cases.somebody());

        var line = OfficerAtDesk.somebody().opens(id).then().extract().jsonPath();

        var since = Instant.parse(line.getString("request.since"));
        assertThat(Instant.parse(line.getString("request.stepExpectedAt")))
                .isEqualTo(law.stepDue("REFERRED", since).orElseThrow().at());
        // A Friday morning, and the three working days after it: the 24th is a day off.
        assertThat(law.stepDue("REFERRED", Instant.parse("2026-11-20T02:00:00Z"))
                        .orElseThrow()
                        .at())
                .isEqualTo(Instant.parse("2026-11-26T10:00:00Z"));
        assertThat(law.stepDue("SUPPLEMENT_REQUESTED", since)).isEmpty();
        assertThat(line.getBoolean("request.stepLate")).isFalse();
    }

    @Test
    void aStepThatTookTooLongIsToldOnceAndNoMoreWhenItIsDone() throws SQLException {
        var id = Cases.uncertain(Cases.somebody());
        assertThat(told("H26")).doesNotContain(id);

        Sql.run(
                database,
                "update certificate_request set since = now() - interval '20 days',"
                        + " step_due_at = now() - interval '1 hour' where id = '" + id + "'");

        await().atMost(Duration.ofSeconds(20)).until(() -> told("H26").contains(id));
        assertThat(escalate.escalate(UUID.fromString(id))).isFalse();
        assertThat(Sql.number(database, "select count(*) from escalation where request_id = '" + id + "'"))
                .isOne();
        assertThat(told("H57")).doesNotContain(id);
        assertThat(OfficerAtDesk.somebody()
                        .opens(id)
                        .then()
                        .extract()
                        .jsonPath()
                        .getBoolean("request.stepLate"))
                .isTrue();

        OfficerAtDesk.somebody().claimsAndDecides(id, "ISSUE").then().statusCode(200);
        assertThat(told("H26")).doesNotContain(id);
    }

    @Test
    void eachStepOfACaseIsToldOfItsOwn() throws SQLException {
        var id = Cases.uncertain(Cases.somebody());
        var overdue = "update certificate_request set step_due_at = now() - interval '1 hour' where id = '" + id + "'";
        Sql.run(database, overdue);
        await().atMost(Duration.ofSeconds(20)).until(() -> told("H26").contains(id));
        OfficerAtDesk.somebody().claimsAndDecides(id, "ISSUE").then().statusCode(200);

        Sql.run(database, overdue);

        await().atMost(Duration.ofSeconds(20)).until(() -> told("H26").contains(id));
        assertThat(Sql.number(database, "select count(*) from escalation where request_id = '" + id + "'"))
                .isEqualTo(2);
    }

    @Test
    void onlySupervisorsLook() {
        OfficerAtDesk.somebody().asks().get("/officer/escalations").then().statusCode(403);
    }

    private static List<String> told(String agency) {
        return given().auth()
                .oauth2(Tokens.staff(UUID.randomUUID(), "judicial-supervisor", agency))
                .get("/officer/escalations?limit=100")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.requestId");
    }
}
