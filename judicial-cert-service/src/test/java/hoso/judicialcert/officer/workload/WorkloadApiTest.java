package hoso.judicialcert.officer.workload;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.chassis.testing.Servers;
import hoso.chassis.testing.TestClock;
import hoso.judicialcert.Citizen;
import hoso.judicialcert.OfficerAtDesk;
import hoso.judicialcert.Partners;
import hoso.judicialcert.Sql;
import hoso.judicialcert.officer.casework.Cases;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Partners.class)
@Tag("edge")
class WorkloadApiTest {
    private static final String AGENCY = "H26";
    private static final String ELSEWHERE = "X99";

    @Inject
    DataSource database;

    @Test
    void theFiguresAreThoseOfTheAgencyAndOfNobodyElse() throws SQLException {
        var lan = Cases.somebody();
        var open = moved(Cases.uncertain(lan));
        var late = moved(Cases.uncertain(Cases.somebody()));
        var decided = moved(Cases.onRecord(Cases.somebody()));
        Sql.run(
                database,
                "update certificate_request set due_at = now() - interval '1 hour', limit_at = null,"
                        + " received_at = now() - interval '9 days' where id = '" + late + "'");
        var checker = OfficerAtDesk.of(ELSEWHERE);
        var approver = OfficerAtDesk.of(ELSEWHERE);
        checker.claims(open).then().statusCode(200);
        checker.claimsAndDecides(decided, "DECLINE").then().statusCode(200);
        approver.approves(decided).then().statusCode(200);

        var seen = workload(approver);

        assertThat(seen.getMap("open")).isEqualTo(java.util.Map.of("REFERRED", 2));
        assertThat(seen.getLong("late")).isOne();
        assertThat(Instant.parse(seen.getString("oldest")))
                .isBefore(TestClock.now().minusSeconds(8 * 86_400));
        assertThat(seen.getLong("decided.perDay[0].decided")).isOne();
        assertThat(seen.getString("decided.perDay[0].day"))
                .isEqualTo(LocalDate.now(TestClock.CLOCK.withZone(ZoneId.of("Asia/Ho_Chi_Minh")))
                        .toString());
        assertThat(seen.getLong("decided.medianSeconds")).isBetween(0L, 300L);
        assertThat(seen.getLong("own.decided.perDay[0].decided")).isOne();
        assertThat(seen.getLong("own.held")).isZero();
        var other = workload(checker);
        assertThat(other.getLong("own.held")).isOne();
        assertThat(other.getList("own.decided.perDay")).isEmpty();
        assertThat(other.getString("own.decided.medianSeconds")).isNull();
        assertThat(workload(OfficerAtDesk.of("X98")).getMap("open")).isEmpty();
    }

    @Test
    void citizensAskForNoFigures() {
        io.restassured.RestAssured.given()
                .auth()
                .oauth2(Citizen.somebody().token())
                .get("/officer/workload")
                .then()
                .statusCode(403);
    }

    /// An agency of its own, so that other tests do not count.
    private String moved(String id) throws SQLException {
        Sql.run(
                database,
                "update certificate_request set agency = '" + ELSEWHERE + "' where agency = '" + AGENCY + "' and id = '"
                        + id + "'");
        return id;
    }

    private static JsonPath workload(OfficerAtDesk officer) {
        return officer.asks()
                .get("/officer/workload")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
