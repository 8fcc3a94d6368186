package hoso.judicialcert.register.entry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import hoso.chassis.testing.Servers;
import hoso.chassis.testing.Tokens;
import hoso.judicialcert.Citizen;
import hoso.judicialcert.OfficerAtDesk;
import hoso.judicialcert.Partners;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Partners.class)
@Tag("edge")
class CorrectionApiTest {

    @Test
    void aCorrectionNamesItsBasisAndKeepsWhatStoodThere() {
        var lan = Citizen.somebody();
        var number = Court.number();
        var id = Court.enters(lan, number);
        var corrected = Court.judgment(lan, number).replace("\"01 năm tù\"", "\"02 năm tù\"");

        corrects(id, "1", corrected).then().statusCode(200).body("version", equalTo(2));
        corrects(id, "2", corrected.replace("Trộm cắp", "Cưỡng đoạt")).then().statusCode(200);

        var filed = Court.officer()
                .get("/officer/judgments/" + id)
                .then()
                .statusCode(200)
                .extract();
        assertThat(filed.header("ETag")).isEqualTo("\"3\"");
        var json = filed.jsonPath();
        assertThat(json.getString("judgment.penalty")).isEqualTo("02 năm tù");
        assertThat(json.getString("judgment.offence")).isEqualTo("Cưỡng đoạt tài sản");
        assertThat(json.getList("corrections.version", Integer.class)).containsExactly(2, 3);
        assertThat(json.getList("corrections.before.penalty", String.class)).containsExactly("01 năm tù", "02 năm tù");
        assertThat(json.getString("corrections[0].document")).isEqualTo("15/2026/QĐ-ĐC");
        assertThat(json.getString("corrections[0].reason")).isEqualTo("Tòa án đính chính bản án");
        assertThat(json.getString("corrections[0].officer")).isEqualTo(Court.OFFICER.toString());
        assertThat(json.getString("corrections[0].at")).isNotNull();
    }

    @Test
    void theCourtSendingTheOldOrTheNewContentAgainChangesNothing() {
        var lan = Citizen.somebody();
        var number = Court.number();
        var id = Court.enters(lan, number);
        var corrected = Court.judgment(lan, number).replace("\"01 năm tù\"", "\"02 năm tù\"");
        corrects(id, "1", corrected).then().statusCode(200);

        Court.hanoi().body(corrected).post("/judgments").then().statusCode(200).body("judgmentId", equalTo(id));
        Court.hanoi()
                .body(Court.judgment(lan, number))
                .post("/judgments")
                .then()
                .statusCode(409)
                .body("type", equalTo("/contract/problems.md#judgment-differs"));
    }

    @Test
    void aJudgmentEnteredForTheWrongPersonIsFoundUnderTheRightOneAfterTheCorrection() {
        var wrong = Citizen.somebody();
        var right = Citizen.somebody();
        var number = Court.number();
        var id = Court.enters(wrong, number);

        corrects(id, "1", Court.judgment(right, number).replace("012345678", "112345678"))
                .then()
                .statusCode(200);

        wrong.isIssued();
        var request = right.requests();
        Citizen.pays(request, 200_000);
        right.waitsFor(request.getString("requestId"), "REFERRED");
    }

    @Test
    void aCorrectionDoesNotTakeThePlaceOfAnotherJudgment() {
        var lan = Citizen.somebody();
        var number = Court.number();
        var other = Court.enters(lan, number);
        var id = Court.enters(lan, Court.number());

        corrects(id, "1", Court.judgment(lan, number)).then().statusCode(409).body("judgmentId", equalTo(other));
        Court.officer()
                .get("/officer/judgments/" + id)
                .then()
                .body("version", equalTo(1))
                .body("corrections.size()", equalTo(0));
    }

    @Test
    void aJudgmentThatWasCorrectedSinceItWasDecidedUponIsLookedAtAgain() {
        var lan = Citizen.somebody();
        var number = Court.number();
        var judgment = Court.enters(lan, number);
        var request = lan.requests();
        var id = request.getString("requestId");
        Citizen.pays(request, 200_000);
        lan.waitsFor(id, "REFERRED");
        OfficerAtDesk.somebody().claimsAndDecides(id, "ISSUE").then().statusCode(200);

        corrects(judgment, "1", Court.judgment(lan, number).replace("01 năm tù", "02 năm tù"))
                .then()
                .statusCode(200);
        OfficerAtDesk.somebody().approves(id).then().statusCode(200);
        lan.waitsFor(id, "REFERRED");

        var looked = OfficerAtDesk.somebody().looksAt(id);
        Court.finishes(judgment, "2026-01-10");
        assertThat(OfficerAtDesk.somebody().looksAt(id)).isNotEqualTo(looked);
    }

    @Test
    void ofManyOfficersWhoCorrectAtOnceOneDoes() throws Exception {
        var lan = Citizen.somebody();
        var number = Court.number();
        var id = Court.enters(lan, number);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = IntStream.range(0, 8)
                    .<Callable<Integer>>mapToObj(i -> () -> corrects(
                                    id, "1", Court.judgment(lan, number).replace("01 năm tù", "0" + i + " năm tù"))
                            .statusCode())
                    .toList();
            var done = 0;
            for (var answer : threads.invokeAll(calls)) {
                assertThat(answer.get()).isIn(200, 412);
                done += answer.get() == 200 ? 1 : 0;
            }
            assertThat(done).isOne();
        }

        Court.officer().get("/officer/judgments/" + id).then().body("corrections.size()", equalTo(1));
    }

    @Test
    void anAnnulledJudgmentStaysReadableAndNoLongerCounts() {
        var lan = Citizen.somebody();
        var number = Court.number();
        var id = Court.enters(lan, number);
        var key = UUID.randomUUID().toString();

        annuls("judgments", id, key).then().statusCode(200).body("version", equalTo(2));
        annuls("judgments", id, key).then().statusCode(200).body("version", equalTo(2));
        annuls("judgments", id, UUID.randomUUID().toString())
                .then()
                .statusCode(409)
                .body("type", equalTo("/contract/problems.md#judgment-annulled"));

        lan.isIssued();
        Court.officer()
                .get("/officer/judgments/" + id)
                .then()
                .body("annulled", equalTo(true))
                .body("judgment.number", equalTo(number))
                .body("corrections.what", contains("JUDGMENT_ANNULLED"));
    }

    @Test
    void anAnnulledDecisionNoLongerCountsAndStaysInTheHistory() {
        var lan = Citizen.somebody();
        var id = Court.enters(lan, Court.number());
        Court.finishes(id, "2019-01-10");
        lan.isIssued();
        var paid = Court.officer()
                .get("/officer/judgments/" + id)
                .then()
                .extract()
                .<String>path("execution.find { it.step == 'COURT_FEE_PAID' }.id");

        annuls("execution-decisions", paid, UUID.randomUUID().toString()).then().statusCode(200);
        annuls("execution-decisions", paid, UUID.randomUUID().toString()).then().statusCode(404);

        var request = lan.requests();
        Citizen.pays(request, 200_000);
        lan.waitsFor(request.getString("requestId"), "REFERRED");
        Court.officer()
                .get("/officer/certificate-requests/" + request.getString("requestId"))
                .then()
                .body("judgments[0].standing.status", equalTo("UNDECIDED"))
                .body("judgments[0].standing.why", hasItem("COURT_FEE_NOT_TOLD_PAID"));
        Court.officer()
                .get("/officer/judgments/" + id)
                .then()
                .body("corrections.what", contains("DECISION_ANNULLED"))
                .body("corrections.subjectId", contains(paid));
    }

    @Test
    void whoDoesNotKeepTheRegisterDoesNotCorrectIt() {
        var lan = Citizen.somebody();
        var number = Court.number();
        var id = Court.enters(lan, number);

        for (var token : new String[] {Tokens.machine("court-hanoi", "court", "TAND-HN"), Tokens.citizen(lan.id())}) {
            given().auth().oauth2(token).get("/officer/judgments/" + id).then().statusCode(403);
            given().auth()
                    .oauth2(token)
                    .contentType("application/json")
                    .body("{}")
                    .post("/officer/judgments/" + id + "/corrections")
                    .then()
                    .statusCode(403);
        }
        Court.officer()
                .header("Idempotency-Key", "k")
                .body("{}")
                .post("/officer/judgments/" + id + "/corrections")
                .then()
                .statusCode(428);
        corrects(id, "1", "{}").then().statusCode(422).body("errors.pointer", hasItem("/judgment/number"));
        corrects(UUID.randomUUID().toString(), "1", Court.judgment(lan, number))
                .then()
                .statusCode(404);
    }

    private static Response corrects(String id, String version, String judgment) {
        return Court.officer()
                .header("If-Match", "\"" + version + "\"")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("""
                        {"document":"15/2026/QĐ-ĐC","date":"2026-02-03","reason":"Tòa án đính chính bản án","judgment":%s}
                        """.formatted(judgment))
                .post("/officer/judgments/" + id + "/corrections");
    }

    private static Response annuls(String what, String id, String key) {
        return Court.officer()
                .header("If-Match", "\"1\"")
                .header("Idempotency-Key", key)
                .body("{\"document\":\"16/2026/HS-GĐT\",\"date\":\"2026-02-03\",\"reason\":\"Bản án bị hủy\"}")
                .post("/officer/" + what + "/" + id + "/annulment");
    }
}
