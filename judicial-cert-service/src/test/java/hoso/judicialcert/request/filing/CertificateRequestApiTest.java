package hoso.judicialcert.request.filing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import hoso.chassis.testing.Servers;
import hoso.chassis.testing.Tokens;
import hoso.chassis.testing.Topic;
import hoso.judicialcert.Citizen;
import hoso.judicialcert.IdentityService;
import hoso.judicialcert.OfficerAtDesk;
import hoso.judicialcert.Partners;
import hoso.judicialcert.Sql;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Partners.class)
@Tag("edge")
class CertificateRequestApiTest {
    @Inject
    DataSource database;

    @Test
    void aCleanCitizenPaysAndHasTheCertificateWithoutAnOfficer() {
        var lan = Citizen.somebody();

        var request = lan.requests();

        assertThat(request.getString("status")).isEqualTo("FEE_DUE");
        assertThat(request.getInt("portalCode")).isEqualTo(6);
        assertThat(request.getString("dossierCode")).matches("000\\.00\\.00\\.H26-[0-9]{6}-[0-9]{4}");
        assertThat(request.getLong("fee.amount")).isEqualTo(200_000);
        assertThat(request.getString("fee.vietQr")).contains("LLTP1 " + request.getString("fee.reference"));

        assertThat(Citizen.pays(request, 200_000)).isEqualTo("SETTLED");
        var id = request.getString("requestId");
        var issued = lan.waitsFor(id, "ISSUED");

        assertThat(issued.getList("timeline.step"))
                .isEqualTo(List.of("FEE_DUE", "CHECKING", "ACCEPTED", "SIGNING", "ISSUED"));
        assertThat(issued.getString("certificateId")).isNotNull();
        assertThat(issued.getString("fee.vietQr")).isNull();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(names(id))
                        .containsExactly("CertificateRequested", "FeePaid", "RequestAccepted", "CertificateIssued"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                Topic.read("judicial-cert.certificate-issued.v1", issued.getString("certificateId")))
                        .hasSize(1));
    }

    @Test
    void noEventSaysWhoItIs() {
        var lan = Citizen.somebody();
        var issued = lan.isIssued();

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(names(issued.getString("requestId"))).contains("CertificateIssued"));

        for (var topic : List.of("judicial-cert.requests.v1", "judicial-cert.certificate-issued.v1")) {
            assertThat(Topic.read(topic).toString())
                    .doesNotContain(lan.number())
                    .doesNotContain(lan.fullName())
                    .doesNotContain("0912345678");
        }
    }

    @Test
    void theFormIsFilledInFromIdentity() {
        var lan = Citizen.somebody();

        given().auth()
                .oauth2(lan.token())
                .get("/certificate-requests/form")
                .then()
                .statusCode(200)
                .body("person.fullName", equalTo(lan.fullName()))
                .body("fee.amount", equalTo(200_000))
                .body("fee.rule", equalTo("TT16-2025/standard"))
                .body("expectedRule", equalTo("L107-2025/art-48-standard"));
    }

    @Test
    void theSameKeyFromSixteenThreadsMakesOneRequest() throws Exception {
        var lan = Citizen.somebody();
        var key = UUID.randomUUID().toString();

        var told = new HashSet<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = IntStream.range(0, 16)
                    .<Callable<Response>>mapToObj(_ -> () -> lan.asks(key, Citizen.USUAL))
                    .toList();
            for (var answer : threads.invokeAll(calls)) {
                told.add(answer.get().then().statusCode(201).extract().path("requestId"));
            }
        }

        assertThat(told).hasSize(1);
        assertThat(Sql.count(database, "certificate_request where subject = '" + lan.id() + "'"))
                .isOne();
    }

    /// Somebody may need two at once; each is paid for itself, and the one nobody pays ends by itself.
    @Test
    void twoKeysAreTwoRequestsEachPaidForItself() {
        var lan = Citizen.somebody();
        var first = lan.requests();
        var second = lan.requests();

        Citizen.pays(second, 200_000);

        assertThat(lan.waitsFor(second.getString("requestId"), "ISSUED").getString("dossierCode"))
                .isNotEqualTo(first.getString("dossierCode"));
        assertThat(lan.sees(first.getString("requestId")).getString("status")).isEqualTo("FEE_DUE");
    }

    @Test
    void whatIsKeptForTheSameKeyAgainSaysNothingOfAnybody() throws Exception {
        var lan = Citizen.somebody();
        var key = UUID.randomUUID().toString();
        var first = lan.asks(key, Citizen.USUAL).then().statusCode(201).extract();
        var again = lan.asks(key, Citizen.USUAL).then().statusCode(201).extract();

        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.jsonPath().getMap("")).isEqualTo(first.jsonPath().getMap(""));
        assertThat(Sql.count(database, "idempotency_key where operation = 'submit-request' and body is not null"))
                .isZero();
    }

    @Test
    void aFileThatIsNothingIsTold() {
        Citizen.somebody()
                .asks(
                        "k",
                        Citizen.USUAL.replace(
                                "\"copies\":2",
                                "\"copies\":2,\"waiver\":{\"waiverClass\":\"STUDENT\",\"evidence\":[null]}"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/waiver/evidence"));
    }

    @Test
    void theSameKeyWithAnotherRequestIsRefused() {
        var lan = Citizen.somebody();
        var key = UUID.randomUUID().toString();
        lan.asks(key, Citizen.USUAL).then().statusCode(201);

        lan.asks(key, Citizen.USUAL.replace("\"copies\":2", "\"copies\":3"))
                .then()
                .statusCode(422)
                .body("type", equalTo("/contract/problems.md#idempotency-key-reused"));
    }

    @Test
    void theBankTellingTwiceIsOnePayment() {
        var lan = Citizen.somebody();
        var request = lan.requests();
        var transaction = UUID.randomUUID().toString();
        var reference = request.getString("fee.reference");

        Citizen.bankTells(transaction, reference, 200_000).then().body("outcome", equalTo("SETTLED"));
        Citizen.bankTells(transaction, reference, 200_000).then().body("outcome", equalTo("KNOWN_ALREADY"));
        lan.waitsFor(request.getString("requestId"), "ISSUED");
        Citizen.bankTells(transaction, reference, 200_000).then().body("outcome", equalTo("KNOWN_ALREADY"));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(names(request.getString("requestId")))
                        .contains("CertificateIssued")
                        .containsOnlyOnce("FeePaid"));
    }

    @Test
    void tooLittleIsToldAndKeptUntilTheRestComes() {
        var lan = Citizen.somebody();
        var request = lan.requests();
        var id = request.getString("requestId");

        Citizen.bankTells(UUID.randomUUID().toString(), request.getString("fee.reference"), 150_000)
                .then()
                .body("outcome", equalTo("TOO_LITTLE"))
                .body("missing", equalTo(50_000));
        var waiting = lan.sees(id);

        assertThat(waiting.getString("status")).isEqualTo("FEE_DUE");
        assertThat(waiting.getLong("received")).isEqualTo(150_000);
        assertThat(waiting.getString("fee.vietQr")).contains("540550000");
        assertThat(Citizen.pays(request, 50_000)).isEqualTo("SETTLED");
        lan.waitsFor(id, "ISSUED");
    }

    @Test
    void tooMuchIsPaidAndOwedBack() throws SQLException {
        var lan = Citizen.somebody();
        var request = lan.requests();

        Citizen.bankTells(UUID.randomUUID().toString(), request.getString("fee.reference"), 250_000)
                .then()
                .body("outcome", equalTo("SETTLED"))
                .body("surplus", equalTo(50_000));

        assertThat(Sql.number(
                        database,
                        "select surplus from payment where request_id = '" + request.getString("requestId") + "'"))
                .isEqualTo(50_000);
    }

    @Test
    void moneyAfterAWithdrawalChangesNothingAndIsOwedBack() {
        var lan = Citizen.somebody();
        var request = lan.requests();
        var id = request.getString("requestId");

        withdraw(lan, id).then().statusCode(200).body("status", equalTo("WITHDRAWN"));

        assertThat(Citizen.pays(request, 200_000)).isEqualTo("NOT_OWED");
        assertThat(lan.sees(id).getString("status")).isEqualTo("WITHDRAWN");
        withdraw(lan, id)
                .then()
                .statusCode(409)
                .body("type", equalTo("/contract/problems.md#already-decided"))
                .body("status", equalTo(409))
                .body("caseStatus", equalTo("WITHDRAWN"))
                .body("detail", not(containsString("WITHDRAWN")));
    }

    @Test
    void moneyThatNamesNoRequestIsKept() {
        Citizen.bankTells(UUID.randomUUID().toString(), "26112399999999", 200_000)
                .then()
                .statusCode(200)
                .body("outcome", equalTo("NO_REQUEST"));
    }

    @Test
    void whatTheBankDidNotSignIsRefused() {
        given().contentType("application/json")
                .header("Hoso-Signature", "t=1,v1=" + "0".repeat(64))
                .body("{}")
                .post("/bank-notifications")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    @Test
    void somebodyElsesRequestIsNotThere() {
        var lan = Citizen.somebody();
        var stranger = Citizen.somebody();
        var id = lan.requests().getString("requestId");

        given().auth()
                .oauth2(stranger.token())
                .get("/certificate-requests/" + id)
                .then()
                .statusCode(404);
        withdraw(stranger, id).then().statusCode(404);
        given().auth()
                .oauth2(stranger.token())
                .get("/certificate-requests/" + UUID.randomUUID())
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(stranger.token())
                .get("/certificate-requests")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
    }

    @Test
    void anAccountOfLevelOneIsRefused() {
        var hoa = Citizen.somebody();

        given().auth()
                .oauth2(Tokens.citizen(hoa.id(), 1, 2))
                .header("Idempotency-Key", "k")
                .header("Accept-Language", "en")
                .contentType("application/json")
                .body(Citizen.USUAL)
                .post("/certificate-requests")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("/contract/problems.md#account-level-too-low"));
    }

    @Test
    void filingNeedsThePasscode() {
        var lan = Citizen.somebody();

        given().auth()
                .oauth2(Tokens.citizen(lan.id(), 2, 1))
                .header("Idempotency-Key", "k")
                .contentType("application/json")
                .body(Citizen.USUAL)
                .post("/certificate-requests")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("insufficient_user_authentication"));
    }

    @Test
    void theLawAsksForAnAgeOfSixteen() {
        var child = Citizen.of("LÊ THỊ MẪU", "2012-01-01");

        child.asks("k", Citizen.USUAL)
                .then()
                .statusCode(422)
                .body("type", equalTo("/contract/problems.md#too-young"))
                .body("minimumAge", equalTo(16));
    }

    @Test
    void aWaiverIsAskedForAtThePortal() {
        Citizen.somebody()
                .asks("k", Citizen.USUAL.replace("\"copies\":2", "\"copies\":2,\"feeCategory\":\"DIGITAL_CITIZEN\""))
                .then()
                .statusCode(422)
                .body("type", equalTo("/contract/problems.md#fee-category-not-shown"));
    }

    @Test
    void whatIsWrongIsToldAllAtOnce() {
        Citizen.somebody()
                .asks("k", "{\"copies\":99,\"delivery\":{\"email\":true,\"post\":{\"phone\":\"12\"}}}")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItems("/kind", "/purpose", "/declared", "/copies", "/delivery/post/phone"))
                .body("errors.find { it.pointer == '/declared' }.message", containsString("đúng sự thật"));
    }

    @Test
    void nothingIsTakenInWhileIdentityIsAway() {
        var lan = Citizen.somebody();
        IdentityService.isAway(true);
        try {
            lan.asks("k", Citizen.USUAL).then().statusCode(503).header("Retry-After", notNullValue());
        } finally {
            IdentityService.isAway(false);
        }
        lan.asks("k", Citizen.USUAL).then().statusCode(201);
    }

    @Test
    void aConvictionIsForAnOfficerAndNeverIssuedByItself() throws SQLException {
        var minh = Citizen.named("TRẦN VĂN THỬ");
        Citizen.courtSends(minh.number(), minh.fullName(), minh.birthDate(), "12/2024/HSST")
                .then()
                .statusCode(201);
        var request = minh.requests();
        var id = request.getString("requestId");

        Citizen.pays(request, 200_000);
        minh.waitsFor(id, "REFERRED");

        assertThat(Sql.count(database, "certificate where request_id = '" + id + "'"))
                .isZero();
        assertThat(names(id)).doesNotContain("CertificateIssued");
        officer(UUID.randomUUID())
                .get("/officer/certificate-requests/" + id)
                .then()
                .statusCode(200)
                .body("why", equalTo("ON_RECORD"))
                .body("applicant.personalNumber", equalTo(minh.number()))
                .body("judgments.number", hasItem("12/2024/HSST"));
        decide(minh.id(), id, "ISSUE")
                .then()
                .statusCode(409)
                .body("type", equalTo("/contract/problems.md#own-request"));
        var checker = UUID.randomUUID();
        decide(checker, id, "ISSUE").then().statusCode(200).body("status", equalTo("APPROVAL"));
        approve(checker, id).then().statusCode(409).body("type", equalTo("/contract/problems.md#same-officer"));
        approve(minh.id(), id).then().statusCode(409).body("type", equalTo("/contract/problems.md#own-request"));
        approve(UUID.randomUUID(), id).then().statusCode(200).body("status", equalTo("SIGNING"));
        minh.waitsFor(id, "ISSUED");
        decide(UUID.randomUUID(), id, "DECLINE").then().statusCode(409);
    }

    @Test
    void anotherPersonOfTheSameNameAndBirthDateIsUncertain() {
        var hoa = Citizen.of("LÊ THỊ  MẪU HOA", "1999-09-09");
        Citizen.courtSends("", "Lê Thị Mẫu Hoa", "1999-09-09", "7/2020/HSST")
                .then()
                .statusCode(201);
        var request = hoa.requests();
        var id = request.getString("requestId");

        Citizen.pays(request, 200_000);
        hoa.waitsFor(id, "REFERRED");

        officer(UUID.randomUUID())
                .get("/officer/certificate-requests/" + id)
                .then()
                .body("why", equalTo("UNCERTAIN"))
                .body("judgments.size()", equalTo(0))
                .body("candidates.size()", equalTo(1));
        officer(UUID.randomUUID())
                .get("/officer/certificate-requests?limit=100")
                .then()
                .body("items.requestId", hasItem(id));
        decide(UUID.randomUUID(), id, "DECLINE").then().statusCode(200);
        approve(UUID.randomUUID(), id).then().statusCode(200);
        assertThat(hoa.waitsFor(id, "DECLINED").getString("declineReason")).isEqualTo("Đã đối chiếu hồ sơ");
    }

    @Test
    void aJudgmentSentTwiceIsOneAndIsNotChangedByAnother() {
        var minh = Citizen.somebody();
        var sent = Citizen.courtSends(minh.number(), minh.fullName(), minh.birthDate(), "1/2024/HSST")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("judgmentId");

        Citizen.courtSends(minh.number(), minh.fullName(), minh.birthDate(), "1/2024/HSST")
                .then()
                .statusCode(200)
                .body("judgmentId", equalTo(sent));
        Citizen.courtSends(minh.number(), minh.fullName() + " KHÁC", minh.birthDate(), "1/2024/HSST")
                .then()
                .statusCode(409)
                .body("type", equalTo("/contract/problems.md#judgment-differs"));
    }

    @Test
    void onlyCourtsSendJudgmentsAndOnlyOfficersDecide() {
        var lan = Citizen.somebody();

        given().auth()
                .oauth2(lan.token())
                .contentType("application/json")
                .body("{}")
                .post("/judgments")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(lan.token())
                .get("/officer/certificate-requests")
                .then()
                .statusCode(403);
        given().get("/certificate-requests").then().statusCode(401);
    }

    @Test
    void deliveriesStandInTheTimelineAndTheLastOneEndsTheCase() {
        var lan = Citizen.somebody();
        var issued = lan.isIssued();
        var id = issued.getString("requestId");
        var certificate = issued.getString("certificateId");

        given().auth()
                .oauth2(Tokens.service("notification-service"))
                .get("/certificates/" + certificate + "/dispatch")
                .then()
                .statusCode(200)
                .body("copies", equalTo(2))
                .body("post.recipient", equalTo("Nguyễn Thị Thử Nghiệm"));
        given().auth()
                .oauth2(lan.token())
                .get("/certificates/" + certificate + "/dispatch")
                .then()
                .statusCode(403);
        tell("DeliverySent", id, "EMAIL");
        tell("DeliveryDelivered", id, "POST");
        var delivered = lan.waitsFor(id, "DELIVERED");

        assertThat(delivered.getInt("portalCode")).isEqualTo(10);
        assertThat(delivered.getList("timeline.step", String.class))
                .contains("DELIVERY_EMAIL_SENT", "DELIVERY_POST_DELIVERED", "DELIVERED");
    }

    @Test
    void anUnchangedRequestIsNotSentAgain() {
        var lan = Citizen.somebody();
        var id = lan.requests().getString("requestId");
        var tag = given().auth()
                .oauth2(lan.token())
                .get("/certificate-requests/" + id)
                .header("ETag");

        given().auth()
                .oauth2(lan.token())
                .header("If-None-Match", tag)
                .get("/certificate-requests/" + id)
                .then()
                .statusCode(304);
        withdraw(lan, id);
        given().auth()
                .oauth2(lan.token())
                .header("If-None-Match", tag)
                .get("/certificate-requests/" + id)
                .then()
                .statusCode(200)
                .header("ETag", startsWith("\""));
    }

    @Test
    void aWithdrawalTellsOfTheRefund() {
        var lan = Citizen.somebody();
        var request = lan.requests();
        var id = request.getString("requestId");
        Citizen.pays(request, 50_000);

        withdraw(lan, id).then().statusCode(200);

        assertThat(lan.sees(id).<String>getList("timeline.step")).containsSubsequence("REFUND_OWED", "WITHDRAWN");
        assertThat(lan.sees(id).<String>getList("timeline.text"))
                .contains("Số tiền đã nhận được hoàn trả về tài khoản đã chuyển");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Topic.read("judicial-cert.requests.v1", id))
                        .filteredOn(told -> told.type().contains("RequestWithdrawn"))
                        .singleElement()
                        .satisfies(told ->
                                assertThat(told.data().get("refund").asLong()).isEqualTo(50_000)));
    }

    @Test
    void ownRequestsComeInPagesNewestFirst() {
        var lan = Citizen.somebody();
        var first = lan.requests().getString("requestId");
        var second = lan.requests().getString("requestId");

        var page = given().auth()
                .oauth2(lan.token())
                .get("/certificate-requests?limit=1")
                .then()
                .extract()
                .jsonPath();
        assertThat(page.getList("items.requestId")).isEqualTo(List.of(second));
        given().auth()
                .oauth2(lan.token())
                .queryParam("after", page.getString("next"))
                .get("/certificate-requests?limit=1")
                .then()
                .body("items.requestId", equalTo(List.of(first)))
                .body("next", nullValue());
    }

    private static Response withdraw(Citizen citizen, String id) {
        return given().auth().oauth2(citizen.token()).post("/certificate-requests/" + id + "/withdrawal");
    }

    private static io.restassured.specification.RequestSpecification officer(UUID person) {
        return given().auth().oauth2(Tokens.staff(person, "judicial-officer", "H26"));
    }

    private static Response approve(UUID officer, String id) {
        return new OfficerAtDesk(officer, "H26").approves(id);
    }

    private static Response decide(UUID officer, String id, String decision) {
        var atDesk = new OfficerAtDesk(officer, "H26");
        atDesk.claims(id);
        return atDesk.decides(id, decision);
    }

    private static void tell(String name, String request, String channel) {
        Topic.publish(
                "notification.deliveries.v1",
                "hoso.notification." + name + ".v1",
                request,
                request,
                "{\"deliveryId\":\"" + UUID.randomUUID() + "\",\"requestId\":\"" + request + "\",\"channel\":\""
                        + channel + "\"}");
    }

    private static List<String> names(String request) {
        return Topic.read("judicial-cert.requests.v1", request).stream()
                .map(told -> told.type().replaceAll("hoso\\.judicial-cert\\.(.*)\\.v1", "$1"))
                .toList();
    }
}
