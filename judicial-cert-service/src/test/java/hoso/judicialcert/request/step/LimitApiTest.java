package hoso.judicialcert.request.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hoso.chassis.testing.Servers;
import hoso.chassis.testing.TestClock;
import hoso.chassis.testing.Topic;
import hoso.judicialcert.Citizen;
import hoso.judicialcert.Partners;
import hoso.judicialcert.Sql;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Partners.class)
@Tag("edge")
class LimitApiTest {
    @Inject
    DataSource database;

    @Test
    void whoIsLateApologisesOnceAndNamesANewDate() throws SQLException {
        var minh = Citizen.somebody();
        var id = referred(minh);

        Sql.run(
                database,
                "update certificate_request set due_at = now() - interval '1 hour', limit_at = now() - interval '1 hour'"
                        + " where id = '" + id + "'");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(steps(minh.sees(id))).contains("DEADLINE_MISSED"));
        var seen = minh.sees(id);
        assertThat(seen.getString("status")).isEqualTo("REFERRED");
        assertThat(Instant.parse(seen.getString("expectedAt"))).isAfter(TestClock.now());
        assertThat(steps(seen)).containsOnlyOnce("DEADLINE_MISSED");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Topic.read("judicial-cert.requests.v1", id).stream()
                                .filter(told -> told.type().contains("DeadlineMissed")))
                        .hasSize(1));
    }

    @Test
    void whatNobodyPaysIsStoppedAndWhatCameInIsOwedBack() throws SQLException {
        var lan = Citizen.somebody();
        var request = lan.requests();
        var id = request.getString("requestId");
        assertThat(Citizen.pays(request, 50_000)).isEqualTo("TOO_LITTLE");

        Sql.run(
                database,
                "update certificate_request set limit_at = now() - interval '1 second' where id = '" + id + "'");

        var stopped = lan.waitsFor(id, "STOPPED");
        assertThat(stopped.getString("stopReason")).isEqualTo("FEE_NOT_PAID");
        assertThat(owedBack(id)).isEqualTo(50_000);
        assertThat(Citizen.bankTells(UUID.randomUUID().toString(), request.getString("fee.reference"), 150_000)
                        .jsonPath()
                        .getString("outcome"))
                .isEqualTo("NOT_OWED");
        assertThat(owedBack(id)).isEqualTo(200_000);
    }

    @Test
    void aCaseWhoseLimitHasNotComeIsLeftAlone() {
        var lan = Citizen.somebody();
        var id = lan.requests().getString("requestId");

        await().during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(5))
                .untilAsserted(
                        () -> assertThat(lan.sees(id).getString("status")).isEqualTo("FEE_DUE"));
    }

    private String referred(Citizen minh) {
        Citizen.courtSends(minh.number(), minh.fullName(), minh.birthDate(), "44/2024/HSST")
                .then()
                .statusCode(201);
        var request = minh.requests();
        Citizen.pays(request, 200_000);
        minh.waitsFor(request.getString("requestId"), "REFERRED");
        return request.getString("requestId");
    }

    private static java.util.List<String> steps(JsonPath request) {
        return request.getList("timeline.step", String.class);
    }

    private long owedBack(String id) throws SQLException {
        try (var connection = database.getConnection();
                var running = connection.createStatement();
                var found = running.executeQuery(
                        "select coalesce(sum(surplus), 0) from payment where request_id = '" + id + "'")) {
            found.next();
            return found.getLong(1);
        }
    }
}
