package hoso.judicialcert.request.step;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import hoso.chassis.testing.Servers;
import hoso.chassis.testing.Tokens;
import hoso.judicialcert.Citizen;
import hoso.judicialcert.OfficerAtDesk;
import hoso.judicialcert.Partners;
import hoso.judicialcert.Scan;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Fee waivers in the app, as the law of these days has it: evidence is attached, and an officer decides.
@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Partners.class)
@Tag("edge")
class WaiverApiTest {

    @Test
    void aStudentShowsTheCardAndPaysHalfOnceAnOfficerAgrees() {
        var lan = Citizen.somebody();
        var card = Scan.pdf();
        var request = files(lan, "STUDENT", Scan.kept(lan.token(), card));
        var id = request.getString("requestId");
        assertThat(request.getString("status")).isEqualTo("WAIVER_REVIEW");
        assertThat(request.getString("waiver.waiverClass")).isEqualTo("STUDENT");

        given().auth()
                .oauth2(officer())
                .get("/officer/waivers?limit=100")
                .then()
                .statusCode(200)
                .body("items.requestId", hasItem(id));
        var file = given().auth()
                .oauth2(officer())
                .get("/officer/certificate-requests/" + id + "/evidence")
                .then()
                .statusCode(200)
                .body("items.use", hasItem("WAIVER"))
                .extract()
                .<String>path("items[0].evidenceId");
        assertThat(given().auth()
                        .oauth2(officer())
                        .get("/officer/certificate-requests/" + id + "/evidence/" + file)
                        .then()
                        .statusCode(200)
                        .header("X-Content-Type-Options", "nosniff")
                        .extract()
                        .asByteArray())
                .isEqualTo(card);
        decides(id, "GRANT", "Thẻ sinh viên còn hạn").then().statusCode(200).body("fee", equalTo(100_000));

        var seen = lan.sees(id);
        assertThat(seen.getString("status")).isEqualTo("FEE_DUE");
        assertThat(seen.getString("fee.rule")).isEqualTo("TT16-2025/reduced");
        assertThat(seen.getBoolean("waiver.granted")).isTrue();
        assertThat(seen.getString("waiver.reason")).isEqualTo("Thẻ sinh viên còn hạn");
        assertThat(seen.getString("fee.vietQr")).contains("5406100000");
        assertThat(Citizen.pays(seen, 100_000)).isEqualTo("SETTLED");
    }

    @Test
    void whoIsExemptPaysNothing() {
        var lan = Citizen.somebody();
        var id = files(lan, "DISABLED", Scan.kept(lan.token(), Scan.png())).getString("requestId");

        decides(id, "GRANT", "Giấy xác nhận hợp lệ").then().statusCode(200).body("fee", equalTo(0));

        var issued = lan.waitsFor(id, "ISSUED");
        var steps = issued.<String>getList("timeline.step");
        assertThat(steps.indexOf("WAIVER_GRANTED")).isPositive().isLessThan(steps.indexOf("CHECKING"));
        assertThat(issued.<String>getList("timeline.text"))
                .contains("Đang kiểm tra hồ sơ")
                .noneMatch(text -> text.contains("nộp phí"));
    }

    @Test
    void whereTheOfficerDoesNotAgreeTheFeeIsDueInFull() {
        var lan = Citizen.somebody();
        var id = files(lan, "MERIT", Scan.kept(lan.token(), Scan.pdf())).getString("requestId");

        decides(id, "DECLINE", "Giấy xác nhận không rõ").then().statusCode(200).body("status", equalTo("FEE_DUE"));

        assertThat(lan.sees(id).getLong("fee.amount")).isEqualTo(200_000);
        assertThat(lan.sees(id).getBoolean("waiver.granted")).isFalse();
        decides(id, "GRANT", "Xem lại").then().statusCode(409);
    }

    @Test
    void moneyThatCameBeforeTheDecisionPaysTheFeeAndTheRestIsOwedBack() {
        var lan = Citizen.somebody();
        var request = files(lan, "STUDENT", Scan.kept(lan.token(), Scan.pdf()));
        var id = request.getString("requestId");
        var unpaid = tag(lan, id);
        assertThat(Citizen.pays(request, 200_000)).isEqualTo("EARLY");
        assertThat(lan.sees(id).getString("status")).isEqualTo("WAIVER_REVIEW");
        assertThat(tag(lan, id)).isNotEqualTo(unpaid);

        decides(id, "GRANT", "Hợp lệ").then().statusCode(200);

        lan.waitsFor(id, "ISSUED");
        var issued = tag(lan, id);
        assertThat(Citizen.pays(request, 100_000)).isEqualTo("NOT_OWED");
        assertThat(tag(lan, id)).isNotEqualTo(issued);
    }

    private static String tag(Citizen lan, String id) {
        return given().auth()
                .oauth2(lan.token())
                .get("/certificate-requests/" + id)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
    }

    @Test
    void aPartThatCameBeforeTheDecisionCounts() {
        var lan = Citizen.somebody();
        var request = files(lan, "STUDENT", Scan.kept(lan.token(), Scan.pdf()));
        assertThat(Citizen.pays(request, 60_000)).isEqualTo("EARLY");

        decides(request.getString("requestId"), "GRANT", "Hợp lệ").then().statusCode(200);

        assertThat(Citizen.pays(request, 40_000)).isEqualTo("SETTLED");
    }

    @Test
    void ofTwoOfficersAtOnceOneDecides() throws Exception {
        var lan = Citizen.somebody();
        var id = files(lan, "STUDENT", Scan.kept(lan.token(), Scan.pdf())).getString("requestId");

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads
                    .invokeAll(IntStream.range(0, 4)
                            .<Callable<Integer>>mapToObj(i ->
                                    () -> decides(id, i % 2 == 0 ? "GRANT" : "DECLINE", "Đã xem")
                                            .statusCode())
                            .toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(answers).containsOnly(200, 409).containsOnlyOnce(200);
        }
    }

    @Test
    void nobodyDecidesOnTheirOwnWaiver() {
        var lan = Citizen.somebody();
        var id = files(lan, "STUDENT", Scan.kept(lan.token(), Scan.pdf())).getString("requestId");

        decides(Tokens.staff(lan.id(), "judicial-officer", "H26"), id, "GRANT", "Tôi là sinh viên")
                .then()
                .statusCode(409)
                .body("type", equalTo("/contract/problems.md#own-request"));
    }

    @Test
    void aDecisionNeedsAReasonAndAnOfficer() {
        var lan = Citizen.somebody();
        var id = files(lan, "STUDENT", Scan.kept(lan.token(), Scan.pdf())).getString("requestId");

        decides(id, "GRANT", " ").then().statusCode(422).body("errors.pointer", hasItem("/reason"));
        decides(lan.token(), id, "GRANT", "Tôi muốn").then().statusCode(403);
        assertThat(lan.sees(id).getString("status")).isEqualTo("WAIVER_REVIEW");
    }

    @Test
    void withoutWhatShowsItThereIsNoWaiver() {
        var lan = Citizen.somebody();

        asks(lan, "STUDENT", "").then().statusCode(422).body("type", equalTo("/contract/problems.md#evidence-missing"));
        asks(lan, "ELDERLY", "").then().statusCode(422).body("type", equalTo("/contract/problems.md#no-such-waiver"));
    }

    @Test
    void aFileShowsOneThingOnceAndOnlyForItsOwner() {
        var lan = Citizen.somebody();
        var own = Scan.kept(lan.token(), Scan.pdf());
        var foreign = Scan.kept(Citizen.somebody().token(), Scan.pdf());
        files(lan, "STUDENT", own);

        asks(lan, "STUDENT", "\"" + own + "\"")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/waiver/evidence/0"))
                .body("errors[0].code", equalTo("attached-elsewhere"));
        asks(lan, "STUDENT", "\"" + foreign + "\",\"" + UUID.randomUUID() + "\"")
                .then()
                .statusCode(422)
                .body("errors.size()", equalTo(2))
                .body("errors.code", equalTo(java.util.List.of("unknown", "unknown")));
        assertThat(given().auth()
                        .oauth2(lan.token())
                        .get("/certificate-requests")
                        .jsonPath()
                        .getList("items"))
                .hasSize(1);
    }

    @Test
    void ofTwoRequestsAtOnceOneGetsTheFile() throws Exception {
        var lan = Citizen.somebody();
        var file = "\"" + Scan.kept(lan.token(), Scan.pdf()) + "\"";

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> filing = () -> asks(lan, "STUDENT", file).statusCode();
            var answers = threads.invokeAll(java.util.List.of(filing, filing, filing)).stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(answers).containsOnly(201, 422).containsOnlyOnce(201);
        }
    }

    @Test
    void aWaiverIsForOfficersOfTheAgencyWhoHaveTheCase() {
        var lan = Citizen.somebody();
        var id = files(lan, "STUDENT", Scan.kept(lan.token(), Scan.pdf())).getString("requestId");
        var officer = OfficerAtDesk.somebody();
        var other = OfficerAtDesk.somebody();
        var body = "{\"decision\":\"GRANT\",\"reason\":\"Hợp lệ\"}";

        for (var stranger : new OfficerAtDesk[] {OfficerAtDesk.of("H57"), new OfficerAtDesk(lan.id(), "H26")}) {
            stranger.asks().get("/officer/waivers?limit=100").then().body("items.requestId", not(hasItem(id)));
        }
        OfficerAtDesk.of("H57")
                .sends(body)
                .post("/officer/waivers/" + id + "/decision")
                .then()
                .statusCode(404);
        officer.sends(body)
                .post("/officer/waivers/" + id + "/decision")
                .then()
                .statusCode(409)
                .body("type", equalTo("/contract/problems.md#not-claimed"));
        other.claims(id).then().statusCode(200);
        officer.sends(body)
                .post("/officer/waivers/" + id + "/decision")
                .then()
                .statusCode(409)
                .body("type", equalTo("/contract/problems.md#held-by-other"));
        other.sends(body).post("/officer/waivers/" + id + "/decision").then().statusCode(200);
        other.claims(id).then().statusCode(409);
    }

    private static JsonPath files(Citizen citizen, String waiverClass, String file) {
        return asks(citizen, waiverClass, "\"" + file + "\"")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static Response asks(Citizen citizen, String waiverClass, String files) {
        return citizen.asks(UUID.randomUUID().toString(), """
                {"kind":"NO_1","purpose":"Xin việc làm","copies":0,"declared":true,"delivery":{"email":true},
                 "waiver":{"waiverClass":"%s","evidence":[%s]}}
                """.formatted(waiverClass, files));
    }

    private static Response decides(String id, String decision, String reason) {
        return decides(officer(), id, decision, reason);
    }

    private static Response decides(String token, String id, String decision, String reason) {
        given().auth().oauth2(token).post("/officer/certificate-requests/" + id + "/claim");
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body("{\"decision\":\"" + decision + "\",\"reason\":\"" + reason + "\"}")
                .post("/officer/waivers/" + id + "/decision");
    }

    private static String officer() {
        return Tokens.staff(UUID.randomUUID(), "judicial-officer", "H26");
    }
}
