package hoso.judicialcert.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import hoso.chassis.testing.Servers;
import hoso.chassis.testing.Tokens;
import hoso.judicialcert.Citizen;
import hoso.judicialcert.OfficerAtDesk;
import hoso.judicialcert.Partners;
import hoso.judicialcert.Scan;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Partners.class)
@Tag("edge")
class PortalApiTest {

    @Test
    void aDossierOfThePortalIsTheSameCaseAndTheCitizenSeesItInTheApp() {
        var lan = Citizen.somebody();
        var code = code();

        var filed = files(key(), dossier(code, lan, "SELF", null, "", "null"))
                .then()
                .statusCode(201)
                .body("status.code", equalTo(6))
                .body("status.text.vi", equalTo("Yêu cầu thực hiện nghĩa vụ tài chính"))
                .body("fee.vietQr", notNullValue())
                .extract()
                .jsonPath();

        var id = filed.getString("requestId");
        assertThat(lan.sees(id).getString("status")).isEqualTo("FEE_DUE");
        assertThat(Citizen.pays(lan.sees(id), 200_000)).isEqualTo("SETTLED");
        lan.waitsFor(id, "ISSUED");
        reads(code).then().statusCode(200).body("status.code", equalTo(9)).body("fee.vietQr", equalTo(null));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(codesOf(code)).containsSubsequence(6, 1, 2, 4, 9));
    }

    @Test
    void aCodeNamesADossierOnceWhateverTheKey() throws Exception {
        var lan = Citizen.somebody();
        var code = code();
        var body = dossier(code, lan, "SELF", null, "", "null");

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<String> filing = () -> {
                var answer = files(key(), body);
                return answer.statusCode() + " " + answer.path("requestId");
            };
            var answers = threads.invokeAll(List.of(filing, filing, filing)).stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(answers.stream().map(answer -> answer.substring(4)).distinct())
                    .hasSize(1);
            assertThat(answers.stream().filter(answer -> answer.startsWith("201")))
                    .hasSize(1);
        }

        files(key(), dossier(code, Citizen.somebody(), "SELF", null, "", "null"))
                .then()
                .statusCode(409)
                .body("type", equalTo("/contract/problems.md#portal-code-taken"));
    }

    @Test
    void somebodyNobodyKnowsIsNotFiledForAndTheCodeStaysFree() {
        var lan = Citizen.somebody();
        var stranger = new Citizen(UUID.randomUUID(), "003185999999", "NGUYỄN VĂN KHÔNG CÓ", "1985-03-17", "MALE");
        var code = code();

        files(key(), dossier(code, stranger, "SELF", null, "", "null"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/person"))
                .body("errors[0].code", equalTo("person-not-known"));

        files(key(), dossier(code, lan, "SELF", null, "", "null")).then().statusCode(201);
    }

    @Test
    void whoIsAuthorisedDoesNotAskThroughThePortal() {
        var power = Scan.kept(portal(), Scan.pdf());

        files(key(), dossier(code(), Citizen.somebody(), "AUTHORISED", Citizen.somebody(), "\"" + power + "\"", "null"))
                .then()
                .statusCode(422)
                .body("type", equalTo("/contract/problems.md#not-entitled"));
    }

    @Test
    void whoSaysToBeAParentIsBelievedOnlyOnceAnOfficerHasSeenThePapers() {
        var lan = Citizen.somebody();
        var mother = Citizen.somebody();
        var birth = Scan.kept(portal(), Scan.pdf());
        var code = code();

        var id = files(key(), dossier(code, lan, "PARENT", mother, "\"" + birth + "\"", "null"))
                .then()
                .statusCode(201)
                .extract()
                .<String>path("requestId");

        Citizen.pays(mother.sees(id), 200_000);
        mother.waitsFor(id, "REFERRED");
        given().auth()
                .oauth2(Tokens.staff(UUID.randomUUID(), "judicial-officer", "H26"))
                .get("/officer/certificate-requests/" + id + "/evidence")
                .then()
                .statusCode(200)
                .body("items[0].use", equalTo("AUTHORITY"));
        // It was accepted, so it is not "not accepted" when it is refused.
        OfficerAtDesk.somebody().claimsAndDecides(id, "DECLINE").then().statusCode(200);
        reads(code).then().body("status.code", equalTo(8)).body("declineReason", equalTo("Đã đối chiếu hồ sơ"));
    }

    @Test
    void aWaiverComesThroughThePortalWithItsEvidence() {
        var lan = Citizen.somebody();
        var card = Scan.kept(portal(), Scan.pdf());
        var code = code();
        var waiver = "{\"waiverClass\":\"STUDENT\",\"evidence\":[\"" + card + "\"]}";

        var id = files(key(), dossier(code, lan, "SELF", null, "", waiver))
                .then()
                .statusCode(201)
                .body("status.code", equalTo(1))
                .extract()
                .<String>path("requestId");

        var officer = OfficerAtDesk.somebody();
        officer.claims(id).then().statusCode(200);
        officer.sends("{\"decision\":\"GRANT\",\"reason\":\"Thẻ sinh viên hợp lệ\"}")
                .post("/officer/waivers/" + id + "/decision")
                .then()
                .statusCode(200);
        reads(code).then().body("status.code", equalTo(6)).body("fee.amount", equalTo(100_000));
    }

    @Test
    void aFileOfTheCitizenIsNotThePortals() {
        var lan = Citizen.somebody();
        var own = Scan.kept(lan.token(), Scan.pdf());
        var waiver = "{\"waiverClass\":\"STUDENT\",\"evidence\":[\"" + own + "\"]}";

        files(key(), dossier(code(), lan, "SELF", null, "", waiver))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/form/waiver/evidence/0"))
                .body("errors[0].code", equalTo("unknown"));
    }

    @Test
    void anotherOrganisationSeesNothingOfIt() {
        var code = code();
        files(key(), dossier(code, Citizen.somebody(), "SELF", null, "", "null"))
                .then()
                .statusCode(201);
        var other = Tokens.machine("other-portal", "portal", "OTHER");

        given().auth()
                .oauth2(other)
                .get("/portal/certificate-requests/" + code)
                .then()
                .statusCode(404);
        var place = given().auth()
                .oauth2(other)
                .get("/portal/certificate-request-changes")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0))
                .extract()
                .<String>path("next");
        assertThat(Long.parseLong(place.substring(0, place.indexOf('.'))))
                .as("what was passed over is not read again")
                .isPositive();
        given().auth()
                .oauth2(Citizen.somebody().token())
                .get("/portal/certificate-requests/" + code)
                .then()
                .statusCode(403);
    }

    @Test
    void whatWeNeverGaveIsToldAndNoFault() {
        for (var place : List.of("0." + "-".repeat(36), "x", "9999999999999999999." + UUID.randomUUID())) {
            given().auth()
                    .oauth2(portal())
                    .get("/portal/certificate-request-changes?after=" + place)
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("/contract/problems.md#cursor-unreadable"));
        }
        given().auth()
                .oauth2(portal())
                .urlEncodingEnabled(false)
                .get("/portal/certificate-requests/a%00b")
                .then()
                .statusCode(404);
        files(key(), dossier(code(), Citizen.somebody(), "AUTHORISED", Citizen.somebody(), "null", "null"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/papers"));
    }

    @Test
    void everythingWrongWithADossierIsTold() {
        files(key(), "{\"portalCode\":\"../1\",\"capacity\":\"AGENCY\",\"form\":" + form("null") + "}")
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/portalCode", "/capacity", "/person", "/asker")));
        files(key(), "{\"form\":{\"kind\":\"NO_1\"}}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/form/purpose"));
    }

    /// The statuses of a case in the order the portal reads them, page by page.
    private static List<Integer> codesOf(String code) {
        var codes = new ArrayList<Integer>();
        var after = "";
        while (true) {
            var page = given().auth()
                    .oauth2(portal())
                    .get("/portal/certificate-request-changes?limit=3&after=" + after)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            if (page.getList("items").isEmpty()) {
                return codes;
            }
            codes.addAll(page.getList("items.findAll { it.portalCode == '" + code + "' }.status.code", Integer.class));
            after = page.getString("next");
        }
    }

    private static Response files(String key, String body) {
        return given().auth()
                .oauth2(portal())
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/portal/certificate-requests");
    }

    private static Response reads(String code) {
        return given().auth().oauth2(portal()).get("/portal/certificate-requests/" + code);
    }

    private static String dossier(
            String code,
            Citizen about,
            String capacity,
            @org.jspecify.annotations.Nullable Citizen asker,
            String papers,
            String waiver) {
        return """
                {"portalCode":"%s","person":%s,"capacity":"%s","asker":%s,"papers":[%s],"form":%s}
                """.formatted(
                        code, person(about), capacity, asker == null ? "null" : person(asker), papers, form(waiver));
    }

    private static String form(String waiver) {
        return """
                {"kind":"NO_1","purpose":"Xin việc làm","copies":0,"declared":true,"delivery":{"email":true},
                 "waiver":%s}
                """.formatted(waiver);
    }

    private static String person(Citizen citizen) {
        return """
                {"personalNumber":"%s","fullName":"%s","birthDate":"%s"}
                """.formatted(citizen.number(), citizen.fullName(), citizen.birthDate());
    }

    private static String portal() {
        return Tokens.machine("national-portal", "portal", "NPSP");
    }

    private static String code() {
        return "000.00.00.G01-" + UUID.randomUUID();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
