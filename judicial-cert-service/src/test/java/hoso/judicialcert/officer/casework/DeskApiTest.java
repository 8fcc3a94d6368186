package hoso.judicialcert.officer.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import hoso.chassis.testing.Servers;
import hoso.judicialcert.Citizen;
import hoso.judicialcert.OfficerAtDesk;
import hoso.judicialcert.Partners;
import hoso.judicialcert.Scan;
import hoso.judicialcert.Sql;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Partners.class)
@Tag("edge")
class DeskApiTest {
    private static final String DESK = "/officer/certificate-requests";

    @Inject
    DataSource database;

    @Test
    void aCaseOfAnotherAgencyIsNotThere() {
        var id = Cases.uncertain(Cases.somebody());
        OfficerAtDesk.somebody().claims(id).then().statusCode(200);

        for (var stranger : new OfficerAtDesk[] {OfficerAtDesk.of("H57"), OfficerAtDesk.of("G01")}) {
            stranger.asks().get(DESK + "?limit=100").then().statusCode(200).body("items.requestId", not(hasItem(id)));
            stranger.opens(id).then().statusCode(404);
            stranger.claims(id).then().statusCode(404);
            stranger.releases(id).then().statusCode(404);
            stranger.decides(id, "ISSUE").then().statusCode(404);
            stranger.approves(id).then().statusCode(404);
            stranger.sendsBack(id, "Không").then().statusCode(404);
            stranger.sends("{\"template\":\"IDENTITY\"}")
                    .post(DESK + "/" + id + "/supplement-request")
                    .then()
                    .statusCode(404);
            stranger.sends("{\"note\":\"Tôi đã xem\"}")
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .post(DESK + "/" + id + "/notes")
                    .then()
                    .statusCode(404);
            stranger.asks().get(DESK + "/" + id + "/history").then().statusCode(404);
            stranger.asks().get(DESK + "/" + id + "/letters/APOLOGY").then().statusCode(404);
            stranger.asks().get(DESK + "/" + id + "/evidence").then().statusCode(404);
            stranger.asks()
                    .get(DESK + "/" + id + "/evidence/" + UUID.randomUUID())
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void whateverIsReadOfACaseIsInTheJournalAndNobodyReadsTheirOwn() throws SQLException {
        var lan = Cases.somebody();
        var id = Cases.uncertain(lan);
        var file = Scan.kept(lan.token(), Scan.pdf());
        Sql.run(
                database,
                "update evidence set request_id = '" + id + "', used_for = 'SUPPLEMENT' where id = '" + file + "'");
        var pages = List.of("/history", "/evidence", "/evidence/" + file);

        for (var page : pages) {
            var before = journal(lan);
            new OfficerAtDesk(lan.id(), "H26")
                    .asks()
                    .get(DESK + "/" + id + page)
                    .then()
                    .statusCode(404);
            assertThat(journal(lan)).isEqualTo(before);
            OfficerAtDesk.somebody().asks().get(DESK + "/" + id + page).then().statusCode(200);
            assertThat(journal(lan)).isEqualTo(before + 1);
        }
    }

    private long journal(Citizen citizen) throws SQLException {
        return Sql.count(database, "journal_access where kind = 'OFFICER_CASE' and subject = '" + citizen.id() + "'");
    }

    @Test
    void anOfficerOfNoAgencySeesNothing() {
        io.restassured.RestAssured.given()
                .auth()
                .oauth2(hoso.chassis.testing.Tokens.sign(
                        hoso.chassis.testing.Tokens.person(UUID.randomUUID(), "judicial-officer")))
                .get(DESK)
                .then()
                .statusCode(403);
    }

    @Test
    void whatIsExpectedSoonestComesFirstPageByPageWithoutGapsOrRepeats() throws SQLException {
        var agency = "H57";
        for (var i = 0; i < 5; i++) {
            var id = Cases.uncertain(Cases.somebody());
            Sql.run(
                    database,
                    "update certificate_request set agency = '" + agency + "', due_at = now() + interval '" + (9 - i)
                            + " hours' where id = '" + id + "'");
        }
        var officer = OfficerAtDesk.of(agency);

        var seen = new ArrayList<String>();
        var expected = new ArrayList<String>();
        @Nullable String after = null;
        do {
            var page = page(officer, after, 2);
            seen.addAll(page.getList("items.requestId"));
            expected.addAll(page.getList("items.expectedAt"));
            after = page.getString("next");
        } while (after != null);

        assertThat(seen).hasSizeGreaterThanOrEqualTo(5).doesNotHaveDuplicates();
        assertThat(expected.stream().map(java.time.Instant::parse).toList()).isSorted();
    }

    @Test
    void aQueueIsNarrowedByReasonHolderAndLateness() throws SQLException {
        var uncertain = Cases.uncertain(Cases.somebody());
        var known = Cases.onRecord(Cases.somebody());
        var officer = OfficerAtDesk.somebody();

        officer.asks()
                .get(DESK + "?why=ON_RECORD&limit=100")
                .then()
                .body("items.why", everyItem(equalTo("ON_RECORD")))
                .body("items.requestId", hasItem(known))
                .body("items.requestId", not(hasItem(uncertain)));
        officer.claims(known).then().statusCode(200);
        officer.asks()
                .get(DESK + "?mine=true")
                .then()
                .body("items.requestId", equalTo(java.util.List.of(known)))
                .body("items.mine", everyItem(equalTo(true)));
        Sql.run(
                database,
                "update certificate_request set step_due_at = now() - interval '1 hour' where id = '" + uncertain
                        + "'");
        officer.asks()
                .get(DESK + "?late=true&limit=100")
                .then()
                .body("items.requestId", hasItem(uncertain))
                .body("items.requestId", not(hasItem(known)));
        officer.asks().get(DESK + "?status=ISSUED").then().statusCode(422);
        officer.asks().get(DESK + "?why=LUNCH").then().statusCode(422);
        officer.asks().get(DESK + "?after=nonsense").then().statusCode(400);
    }

    @Test
    void notesStayWithTheCaseSealedWithWhoAndWhen() throws SQLException {
        var id = Cases.uncertain(Cases.somebody());
        var officer = OfficerAtDesk.somebody();
        var key = UUID.randomUUID().toString();

        for (var time = 0; time < 2; time++) {
            officer.sends("{\"note\":\"Đã hỏi Tòa án, chờ trả lời\"}")
                    .header("Idempotency-Key", key)
                    .post(DESK + "/" + id + "/notes")
                    .then()
                    .statusCode(201);
        }
        officer.claimsAndDecides(id, "ISSUE").then().statusCode(200);

        var history = OfficerAtDesk.somebody()
                .asks()
                .get(DESK + "/" + id + "/history")
                .then()
                .statusCode(200)
                .body("items.step", hasItems("CHECKING", "ACCEPTED", "REFERRED", "NOTED", "CLAIMED", "PROPOSED"))
                .extract()
                .jsonPath();
        assertThat(history.getList("items.findAll { it.step == 'NOTED' }")).hasSize(1);
        assertThat(history.getString("items.find { it.step == 'NOTED' }.note")).isEqualTo("Đã hỏi Tòa án, chờ trả lời");
        assertThat(history.getString("items.find { it.step == 'PROPOSED' }.officer"))
                .isEqualTo(officer.id().toString());
        assertThat(Sql.number(
                        database,
                        "select count(*) from case_deed where request_id = '" + id
                                + "' and position('Tòa án'::bytea in content) > 0"))
                .isZero();
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> Sql.run(database, "delete from case_deed where request_id = '" + id + "'"))
                .isInstanceOf(SQLException.class);
    }

    private static JsonPath page(OfficerAtDesk officer, @Nullable String after, int limit) {
        var asked = officer.asks().queryParam("limit", limit);
        return (after == null ? asked : asked.queryParam("after", after))
                .get(DESK)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
