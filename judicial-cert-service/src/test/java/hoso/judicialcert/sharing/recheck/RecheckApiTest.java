package hoso.judicialcert.sharing.recheck;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import hoso.chassis.testing.Servers;
import hoso.chassis.testing.TestClock;
import hoso.chassis.testing.Topic;
import hoso.judicialcert.Citizen;
import hoso.judicialcert.OfficerAtDesk;
import hoso.judicialcert.Partners;
import hoso.judicialcert.Sql;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Point 7: consent-bound re-check.
@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Partners.class)
@Tag("edge")
class RecheckApiTest {
    @Inject
    DataSource database;

    @Test
    void nothingNewIsSaidUntilTheRegisterWouldSaySomethingElse() {
        var lan = Citizen.somebody();
        var consent = consents(lan);

        assertThat(asked(consent)).isEqualTo("{\"result\":\"NOTHING_NEW\"}");
        Citizen.courtSends(lan.number(), lan.fullName(), lan.birthDate(), judgment())
                .then()
                .statusCode(201);

        assertThat(asked(consent)).isEqualTo("{\"result\":\"SOMETHING_NEW\"}");
    }

    /// A judgment, a namesake, a recall and a correction: byte for byte the same answer, headers too.
    @Test
    void whyThereIsSomethingNewIsNotToBeSeen() throws SQLException {
        var convicted = Citizen.somebody();
        var namesake = Citizen.somebody();
        var recalled = Citizen.somebody();
        var corrected = Citizen.somebody();
        var answers = new HashMap<String, Response>();
        var consents = Map.of(
                "judgment", consents(convicted),
                "namesake", consents(namesake),
                "recall", consents(recalled),
                "correction", consents(corrected));
        Citizen.courtSends(convicted.number(), convicted.fullName(), convicted.birthDate(), judgment());
        Citizen.courtSends("", namesake.fullName(), namesake.birthDate(), judgment())
                .then()
                .statusCode(201);
        Sql.run(
                database,
                "update certificate set standing = 'REVOKED', standing_reason = 'ISSUED_IN_ERROR', standing_since = now() where holder = '"
                        + recalled.id() + "'");
        Sql.run(
                database,
                "update certificate set standing = 'SUPERSEDED', successor = (select id from certificate where holder = '"
                        + convicted.id() + "'), standing_since = now() where holder = '" + corrected.id() + "'");

        consents.forEach((why, consent) -> answers.put(why, ask(consent.getString("key"))));

        assertThat(answers.values().stream().map(RecheckApiTest::bytes).distinct())
                .hasSize(1)
                .first()
                .asString()
                .contains("200")
                .contains("{\"result\":\"SOMETHING_NEW\"}");
    }

    /// Withdrawn, run out, never given: byte for byte the same answer.
    @Test
    void whyItEndedIsNotToBeSeen() throws SQLException {
        var withdrawn = consents(Citizen.somebody());
        var expired = consents(Citizen.somebody());
        withdraw(withdrawn).then().statusCode(200);
        Sql.run(
                database,
                "update recheck_consent set given_at = now() - interval '9 days', until = now() - interval '1 second' where id = '"
                        + expired.getString("consentId") + "'");

        var answers =
                List.of(withdrawn.getString("key"), expired.getString("key"), "never-given", "' or 1=1 --").stream()
                        .map(RecheckApiTest::ask)
                        .map(RecheckApiTest::bytes)
                        .distinct()
                        .toList();

        assertThat(answers).hasSize(1).first().asString().contains("200").contains("{\"result\":\"ENDED\"}");
    }

    @Test
    void whatIsWithdrawnIsRefusedAtTheNextQuestion() {
        var consent = consents(Citizen.somebody());
        assertThat(asked(consent)).contains("NOTHING_NEW");

        withdraw(consent).then().statusCode(200).body("state", equalTo("WITHDRAWN"));

        assertThat(asked(consent)).contains("ENDED");
        withdraw(consent).then().statusCode(200).body("state", equalTo("WITHDRAWN"));
    }

    @Test
    void aKeyIsNoOracleItAnswersThreeTimesADay() throws Exception {
        var consent = consents(Citizen.somebody());

        var codes = new ArrayList<Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = IntStream.range(0, 12)
                    .<Callable<Integer>>mapToObj(
                            _ -> () -> ask(consent.getString("key")).statusCode())
                    .toList();
            for (var answer : threads.invokeAll(calls)) {
                codes.add(answer.get());
            }
        }

        assertThat(codes.stream().filter(code -> code == 200)).hasSize(3);
        assertThat(codes.stream().filter(code -> code == 429)).hasSize(9);
        ask(consent.getString("key"))
                .then()
                .statusCode(429)
                .body("type", endsWith("#quota-used"))
                .header("Retry-After", org.hamcrest.Matchers.notNullValue());
        withdraw(consent);
        assertThat(asked(consent)).contains("ENDED");
    }

    @Test
    void everyQuestionIsInTheHoldersJournalAndAFloodDoesNotFillIt() {
        var lan = Citizen.somebody();
        var consent = consents(lan);
        for (var i = 0; i < 10; i++) {
            ask(consent.getString("key"));
        }

        var journal = given().auth()
                .oauth2(lan.token())
                .get("/certificate-access-journal")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(journal.getList("items.kind")).containsOnly("RECHECK").hasSize(4);
        assertThat(journal.getList("items.outcome")).isEqualTo(List.of("REFUSED", "SHOWN", "SHOWN", "SHOWN"));
        assertThat(journal.getString("items[0].by.name")).isEqualTo("Công ty Thử Nghiệm");
        assertThat(journal.getString("items[0].legalBasis")).isEqualTo("CONSENT");
    }

    @Test
    void anOfficersDecisionAboutANamesakeIsNothingNew() {
        var lan = Citizen.somebody();
        Citizen.courtSends("", lan.fullName(), lan.birthDate(), judgment())
                .then()
                .statusCode(201);
        var request = lan.requests();
        Citizen.pays(request, 200_000);
        lan.waitsFor(request.getString("requestId"), "REFERRED");
        OfficerAtDesk.somebody()
                .claimsAndDecides(request.getString("requestId"), "ISSUE")
                .then()
                .statusCode(200);
        OfficerAtDesk.somebody().approves(request.getString("requestId")).then().statusCode(200);
        lan.waitsFor(request.getString("requestId"), "ISSUED");

        var consent = consents(lan, UUID.randomUUID().toString());

        assertThat(asked(consent)).contains("NOTHING_NEW");
    }

    @Test
    void aConsentIsProvableAndItsHistoryKept() {
        var lan = Citizen.somebody();
        var consent = consents(lan);
        asked(consent);
        withdraw(consent);

        var seen = given().auth()
                .oauth2(lan.token())
                .get("/recheck-consents/" + consent.getString("consentId"))
                .then()
                .statusCode(200)
                .body("key", nullValue())
                .body("state", equalTo("WITHDRAWN"))
                .body("checks.answer", equalTo(List.of("NOTHING_NEW")))
                .extract()
                .jsonPath();

        assertThat(seen.getString("proof")).matches("[0-9a-f]{64}").isEqualTo(consent.getString("proof"));
        assertThat(seen.getString("textVersion")).isEqualTo("recheck-consent/1");
        assertThat(seen.getString("text"))
                .contains("Công ty Thử Nghiệm", "Tuyển dụng")
                .doesNotContain("{");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Topic.read("judicial-cert.access.v1", consent.getString("consentId")))
                        .extracting(Topic.Published::type)
                        .containsExactly(
                                "hoso.judicial-cert.RecheckConsentGranted.v1",
                                "hoso.judicial-cert.RecheckConsentWithdrawn.v1"));
    }

    @Test
    void silenceIsNoConsentAndAnotherTextIsNone() {
        var lan = Citizen.somebody();
        var id = lan.isIssued().getString("certificateId");
        var key = UUID.randomUUID().toString();

        give(lan, key, body(id, 30, "").replace("\"agreed\":true,", ""))
                .then()
                .statusCode(422)
                .body("errors.code", hasItems("consent-missing"));
        give(lan, key, body(id, 30, "").replace("recheck-consent/1", "recheck-consent/0"))
                .then()
                .statusCode(422)
                .body("textVersion", equalTo("recheck-consent/1"));
        give(lan, key, body(id, 366, "")).then().statusCode(422).body("maxDays", equalTo(365));
        give(Citizen.somebody(), key, body(id, 30, "")).then().statusCode(404);
        given().auth()
                .oauth2(lan.token())
                .get("/recheck-consents/text")
                .then()
                .statusCode(200)
                .body("textVersion", equalTo("recheck-consent/1"));
        assertThat(give(lan, key, body(id, 30, ""))
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("key"))
                .isEqualTo(give(lan, key, body(id, 30, "\n"))
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("key"));
        given().auth()
                .oauth2(lan.token())
                .get("/recheck-consents")
                .then()
                .body("items.size()", equalTo(1))
                .body("items[0].key", nullValue());
    }

    @Test
    void whatWasIssuedBeforeCannotBeCompared() throws SQLException {
        var lan = Citizen.somebody();
        var id = lan.isIssued().getString("certificateId");
        Sql.run(database, "delete from certificate_register_mark where certificate_id = '" + id + "'");

        give(lan, "k", body(id, 30, "")).then().statusCode(409).body("type", endsWith("#certificate-not-comparable"));
    }

    private static JsonPath consents(Citizen holder) {
        holder.isIssued();
        return consents(holder, UUID.randomUUID().toString());
    }

    private static final Map<String, Citizen> HOLDERS = new java.util.concurrent.ConcurrentHashMap<>();

    private static JsonPath consents(Citizen holder, String key) {
        var id = given().auth()
                .oauth2(holder.token())
                .get("/certificate-requests")
                .jsonPath()
                .getString("items[0].certificateId");
        var consent = give(holder, key, body(id, 30, ""))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        HOLDERS.put(consent.getString("consentId"), holder);
        return consent;
    }

    private static Response give(Citizen holder, String key, String body) {
        return given().auth()
                .oauth2(holder.token())
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .header("Accept-Language", "vi")
                .body(body)
                .post("/recheck-consents");
    }

    /// `until` is a day, so that the same body is the same consent.
    private static String body(String certificate, int days, String end) {
        var until = TestClock.now().plus(Duration.ofDays(days)).truncatedTo(java.time.temporal.ChronoUnit.DAYS);
        var reaching = days > 365 ? until.plus(Duration.ofDays(1)) : until;
        return """
                {"certificateId":"%s","recipient":"Công ty Thử Nghiệm","purpose":"Tuyển dụng","until":"%s",
                 "textVersion":"recheck-consent/1","agreed":true,"organisation":"0100000000"}%s
                """.formatted(certificate, reaching, end);
    }

    private static Response withdraw(JsonPath consent) {
        var id = consent.getString("consentId");
        return given().auth()
                .oauth2(Objects.requireNonNull(HOLDERS.get(id)).token())
                .post("/recheck-consents/" + id + "/withdrawal");
    }

    private static Response ask(String key) {
        return given().contentType("application/json")
                .body("{\"key\":\"" + key + "\"}")
                .post("/rechecks");
    }

    private static String asked(JsonPath consent) {
        return ask(consent.getString("key")).then().statusCode(200).extract().asString();
    }

    /// Everything a caller gets, but the hour.
    private static String bytes(Response answer) {
        var headers = answer.headers().asList().stream()
                .filter(header -> !header.getName().equalsIgnoreCase("date"))
                .filter(header -> !header.getName().equalsIgnoreCase("traceparent"))
                .map(Object::toString)
                .sorted()
                .toList();
        return answer.statusCode() + " " + headers + " " + answer.asString();
    }

    private static String judgment() {
        return UUID.randomUUID() + "/2024/HS-ST";
    }
}
