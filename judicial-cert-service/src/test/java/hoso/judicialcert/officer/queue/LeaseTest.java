package hoso.judicialcert.officer.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import hoso.chassis.testing.Servers;
import hoso.chassis.testing.TestClock;
import hoso.judicialcert.OfficerAtDesk;
import hoso.judicialcert.Partners;
import hoso.judicialcert.Sql;
import hoso.judicialcert.officer.casework.Cases;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Partners.class)
@Tag("edge")
class LeaseTest {
    @Inject
    DataSource database;

    @Test
    void ofSixteenOfficersOneHasTheCase() throws Exception {
        var id = Cases.uncertain(Cases.somebody());

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var claims = IntStream.range(0, 16)
                    .<Callable<Integer>>mapToObj(
                            _ -> () -> OfficerAtDesk.somebody().claims(id).statusCode())
                    .toList();
            var answers =
                    threads.invokeAll(claims).stream().map(Future::resultNow).toList();

            assertThat(answers).containsOnly(200, 409).containsOnlyOnce(200);
        }
        assertThat(Sql.number(
                        database,
                        "select count(*) from case_deed where kind = 'CLAIMED' and request_id = '" + id + "'"))
                .isOne();
    }

    @Test
    void nobodyDecidesWithoutTheCaseAndTheSecondIsToldUntilWhen() {
        var id = Cases.uncertain(Cases.somebody());
        var first = OfficerAtDesk.somebody();
        var second = OfficerAtDesk.somebody();

        first.decides(id, "ISSUE").then().statusCode(409).body("type", equalTo("/contract/problems.md#not-claimed"));
        first.claims(id).then().statusCode(200).body("until", notNullValue());
        first.claims(id).then().statusCode(200);
        second.claims(id)
                .then()
                .statusCode(409)
                .body("type", equalTo("/contract/problems.md#held-by-other"))
                .body("until", notNullValue())
                .body("officer", equalTo(null));
        second.decides(id, "ISSUE").then().statusCode(409).body("type", equalTo("/contract/problems.md#held-by-other"));
        second.releases(id).then().statusCode(409);
        first.releases(id).then().statusCode(204);
        first.releases(id).then().statusCode(204);
        second.claimsAndDecides(id, "ISSUE").then().statusCode(200).body("status", equalTo("APPROVAL"));
    }

    @Test
    void aLeaseThatRanOutIsFreeForOthersAndItsHolderDecidesNoMore() throws SQLException {
        var id = Cases.uncertain(Cases.somebody());
        var first = OfficerAtDesk.somebody();
        var second = OfficerAtDesk.somebody();
        first.claims(id).then().statusCode(200);

        Sql.run(database, "update case_claim set until = now() - interval '1 second' where request_id = '" + id + "'");

        first.decides(id, "ISSUE").then().statusCode(409).body("type", equalTo("/contract/problems.md#not-claimed"));
        second.claims(id).then().statusCode(200);
        first.decides(id, "ISSUE").then().statusCode(409).body("type", equalTo("/contract/problems.md#held-by-other"));
    }

    @Test
    void whoeverWorksOnACaseKeepsIt() throws SQLException {
        var id = Cases.uncertain(Cases.somebody());
        var officer = OfficerAtDesk.somebody();
        officer.claims(id).then().statusCode(200);
        var soon = "update case_claim set until = now() + interval '1 minute' where request_id = '" + id + "'";

        Sql.run(database, soon);
        officer.opens(id).then().statusCode(200);
        assertThat(untilOf(id)).isAfter(TestClock.now().plusSeconds(600));

        Sql.run(database, soon);
        OfficerAtDesk.somebody().opens(id).then().statusCode(200);
        assertThat(untilOf(id)).isBefore(TestClock.now().plusSeconds(600));

        officer.sends("{\"note\":\"Đã gọi điện\"}")
                .header("Idempotency-Key", "note-" + id)
                .post("/officer/certificate-requests/" + id + "/notes")
                .then()
                .statusCode(201);
        assertThat(untilOf(id)).isAfter(TestClock.now().plusSeconds(600));
    }

    @Test
    void ofSixteenDecisionsAtOnceOneCounts() throws Exception {
        var id = Cases.uncertain(Cases.somebody());
        var officer = OfficerAtDesk.somebody();
        officer.claims(id).then().statusCode(200);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var decisions = IntStream.range(0, 16)
                    .<Callable<Integer>>mapToObj(
                            _ -> () -> officer.decides(id, "ISSUE").statusCode())
                    .toList();
            var answers =
                    threads.invokeAll(decisions).stream().map(Future::resultNow).toList();

            assertThat(answers).containsOnly(200, 409).containsOnlyOnce(200);
        }
    }

    private Instant untilOf(String id) throws SQLException {
        return Instant.ofEpochSecond(Sql.number(
                database, "select extract(epoch from until)::bigint from case_claim where request_id = '" + id + "'"));
    }
}
