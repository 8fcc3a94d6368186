package hoso.judicialcert.officer.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

import hoso.chassis.testing.Servers;
import hoso.judicialcert.Citizen;
import hoso.judicialcert.OfficerAtDesk;
import hoso.judicialcert.Partners;
import hoso.judicialcert.Sql;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Partners.class)
@Tag("edge")
class BatchApprovalApiTest {
    @Inject
    DataSource database;

    @Test
    void whatNeedsNoThoughtIsApprovedAndTheRestIsTold() throws SQLException {
        var clean = Cases.uncertain(Cases.somebody());
        var namesake = Cases.uncertain(Cases.somebody());
        var known = Cases.onRecord(Cases.somebody());
        var declined = Cases.uncertain(Cases.somebody());
        var held = Cases.uncertain(Cases.somebody());
        var open = Cases.uncertain(Cases.somebody());
        var missing = UUID.randomUUID().toString();
        for (var id : List.of(namesake, known)) {
            OfficerAtDesk.somebody().claimsAndDecides(id, "ISSUE").then().statusCode(200);
        }
        OfficerAtDesk.somebody().claimsAndDecides(declined, "DECLINE").then().statusCode(200);
        OfficerAtDesk.somebody().claims(held).then().statusCode(200);
        forgetsRegister(clean);
        var officer = OfficerAtDesk.somebody();

        var told = batch(officer, clean, namesake, known, declined, held, open, missing);

        assertThat(outcome(told, clean)).isEqualTo("PROPOSED");
        assertThat(outcome(told, namesake)).isEqualTo("APPROVED");
        assertThat(outcome(told, known)).isEqualTo("NOT_CLEAN");
        assertThat(outcome(told, declined)).isEqualTo("NOT_CLEAN");
        assertThat(outcome(told, held)).isEqualTo("HELD_BY_OTHER");
        assertThat(outcome(told, open)).isEqualTo("NOT_CLEAN");
        assertThat(outcome(told, missing)).isEqualTo("NOT_FOUND");
        assertThat(outcome(batch(OfficerAtDesk.of("G01"), open), open)).isEqualTo("NOT_FOUND");

        // Sent again, as after a broken connection.
        var again = batch(officer, clean, namesake, known);
        assertThat(outcome(again, clean)).isEqualTo("DONE_ALREADY");
        assertThat(outcome(again, namesake)).isEqualTo("DONE_ALREADY");
        assertThat(outcome(again, known)).isEqualTo("NOT_CLEAN");
        assertThat(outcome(batch(OfficerAtDesk.somebody(), clean), clean)).isEqualTo("APPROVED");
    }

    @Test
    void whatCameInSinceTheFirstOfficerLookedIsForSomebodyToLookAt() {
        var lan = Cases.somebody();
        var id = Cases.uncertain(lan);
        OfficerAtDesk.somebody().claimsAndDecides(id, "ISSUE").then().statusCode(200);
        Citizen.courtSends(
                        "",
                        lan.fullName(),
                        lan.birthDate(),
                        UUID.randomUUID().toString().substring(0, 8))
                .then()
                .statusCode(201);

        assertThat(outcome(batch(OfficerAtDesk.somebody(), id), id)).isEqualTo("NOT_CLEAN");
    }

    @Test
    void nobodyApprovesTheirOwnOrWhatTheyProposed() {
        var lan = Cases.somebody();
        var id = Cases.uncertain(lan);
        var checker = OfficerAtDesk.somebody();
        checker.claimsAndDecides(id, "ISSUE").then().statusCode(200);

        assertThat(outcome(batch(checker, id), id)).isEqualTo("SAME_OFFICER");
        assertThat(outcome(batch(new OfficerAtDesk(lan.id(), "H26"), id), id)).isEqualTo("OWN_REQUEST");
    }

    @Test
    void twoBatchesAtOnceApproveEachCaseOnce() throws Exception {
        var lan = Cases.somebody();
        var id = Cases.uncertain(lan);
        OfficerAtDesk.somebody().claimsAndDecides(id, "ISSUE").then().statusCode(200);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var batches = IntStream.range(0, 8)
                    .<Callable<String>>mapToObj(_ -> () -> outcome(batch(OfficerAtDesk.somebody(), id, id), id))
                    .toList();
            var told = threads.invokeAll(batches).stream()
                    .map(java.util.concurrent.Future::resultNow)
                    .toList();

            assertThat(told).containsOnly("APPROVED", "NOT_AT_THIS_STEP").containsOnlyOnce("APPROVED");
        }
        lan.waitsFor(id, "ISSUED");
    }

    @Test
    void aBatchHasOneToAHundredCases() {
        var many = IntStream.range(0, 101)
                .mapToObj(_ -> UUID.randomUUID().toString())
                .toArray(String[]::new);

        for (var body : List.of("{}", "{\"requestIds\":[]}", "{\"requestIds\":[null]}", body(many))) {
            OfficerAtDesk.somebody()
                    .sends(body)
                    .post("/officer/batch-approvals")
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", hasItem("/requestIds"));
        }
    }

    /// The register is clean now: what made the case uncertain is gone from it.
    private void forgetsRegister(String request) throws SQLException {
        var judgment = OfficerAtDesk.somebody()
                .opens(request)
                .then()
                .statusCode(200)
                .extract()
                .<String>path("candidates[0].id");
        Sql.run(
                database,
                "update judgment set namesake_mark = decode(md5('" + judgment + "'), 'hex') where id = '" + judgment
                        + "'");
    }

    private static JsonPath batch(OfficerAtDesk officer, String... ids) {
        return officer.sends(body(ids))
                .post("/officer/batch-approvals")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static String body(String... ids) {
        return Arrays.stream(ids)
                .map(id -> "\"" + id + "\"")
                .collect(Collectors.joining(",", "{\"requestIds\":[", "]}"));
    }

    private static String outcome(JsonPath told, String id) {
        return told.getString("items.find { it.requestId == '" + id + "' }.outcome");
    }
}
