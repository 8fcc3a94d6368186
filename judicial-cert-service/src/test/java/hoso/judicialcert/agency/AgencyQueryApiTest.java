package hoso.judicialcert.agency;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import hoso.chassis.testing.Servers;
import hoso.chassis.testing.Tokens;
import hoso.judicialcert.Citizen;
import hoso.judicialcert.IdentityService;
import hoso.judicialcert.Partners;
import hoso.judicialcert.Sql;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Point 10: agencies.
@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Partners.class)
@Tag("edge")
class AgencyQueryApiTest {
    private static final String INSURANCE = "BHXH";
    private static final String COURT = "TAND-HN";
    private static final String PERSONNEL = grounds("PERSONNEL", "L28-2009/42");
    private static final String CRIMINAL_CASE = grounds("CRIMINAL-CASE", "L28-2009/43");

    @Inject
    DataSource database;

    @Test
    void aCleanPersonIsToldCleanAndNoDocumentIsMade() {
        var lan = Citizen.somebody();

        asks(INSURANCE, lan, PERSONNEL)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("result", equalTo("CLEAN"))
                .body("view", equalTo("NO_1"))
                .body("rule", equalTo("BHXH/personnel"))
                .body("at", notNullValue())
                .body("convictions", nullValue());

        var entry = journal(lan);
        assertThat(entry.getList("items.kind")).isEqualTo(List.of("AGENCY_QUERY"));
        assertThat(entry.getString("items[0].by.organisation")).isEqualTo(INSURANCE);
        assertThat(entry.getString("items[0].by.client")).isEqualTo("agency-test");
        assertThat(entry.getString("items[0].by.officer")).isEqualTo("CB-0017");
        assertThat(entry.getString("items[0].purpose")).isEqualTo("Bổ nhiệm viên chức");
        assertThat(entry.getString("items[0].legalBasis")).isEqualTo("PERSONNEL · L28-2009/42");
        assertThat(entry.getString("items[0].outcome")).isEqualTo("SHOWN");
    }

    @Test
    void anUnexpungedConvictionIsListedAsOnNo1() {
        var nam = Citizen.somebody();
        var number = judgment();
        var judgment = enters(nam, number, 240, "null");

        // Detention before the judgment may have eaten the term: nobody can say that it still runs.
        asks(INSURANCE, nam, PERSONNEL).then().statusCode(200).body("result", equalTo("REFERRED"));
        begins(judgment);
        asks(INSURANCE, nam, PERSONNEL)
                .then()
                .statusCode(200)
                .body("result", equalTo("ON_RECORD"))
                .body("convictions.number", equalTo(List.of(number)))
                .body("convictions[0].offence", equalTo("Trộm cắp tài sản"))
                .body(not(containsString(nam.number())));
    }

    @Test
    void whatARuleCannotTellIsReferredWithoutContent() {
        var namesake = Citizen.somebody();
        Citizen.courtSends("", namesake.fullName(), namesake.birthDate(), judgment());
        var convicted = Citizen.somebody();
        Citizen.courtSends(convicted.number(), convicted.fullName(), convicted.birthDate(), judgment());
        var someoneElsesNumber =
                new Citizen(convicted.id(), convicted.number(), "TRẦN VĂN KHÁC TÊN", convicted.birthDate(), "MALE");

        for (var person : List.of(namesake, someoneElsesNumber)) {
            asks(INSURANCE, person, PERSONNEL)
                    .then()
                    .statusCode(200)
                    .body("result", equalTo("REFERRED"))
                    .body("convictions", nullValue())
                    .body(not(containsString("Trộm")));
        }
        assertThat(journal(convicted).getList("items.outcome")).isEqualTo(List.of("REFERRED"));
    }

    @Test
    void aNumberThatIsNobodysOrSomebodyElsesTellsNothing() {
        var clean = Citizen.somebody();
        var typo = new Citizen(clean.id(), "003185999999", clean.fullName(), clean.birthDate(), "FEMALE");

        asks(INSURANCE, typo, PERSONNEL).then().statusCode(200).body("result", equalTo("REFERRED"));
    }

    @Test
    void withoutIdentityServiceNothingIsAnsweredNorTakenFromTheQuota() {
        var lan = Citizen.somebody();
        IdentityService.isAway(true);
        try {
            asks(INSURANCE, lan, PERSONNEL).then().statusCode(503);
        } finally {
            IdentityService.isAway(false);
        }
        asks(INSURANCE, lan, PERSONNEL).then().statusCode(200).body("result", equalTo("CLEAN"));
        assertThat(journal(lan).getList("items")).hasSize(1);
    }

    @Test
    void withoutALegalBasisNothingIsToldAndTheAttemptIsInTheJournal() {
        var lan = Citizen.somebody();

        asks(INSURANCE, lan, grounds("PERSONNEL", "L28-2009/41"))
                .then()
                .statusCode(403)
                .body("type", endsWith("#no-legal-basis"));
        asks(INSURANCE, lan, grounds("WHATEVER", "L28-2009/42")).then().statusCode(403);
        asks("CTY-THU", lan, PERSONNEL).then().statusCode(403);
        asks("CQ-THU", lan, grounds("OVER", "L28-2009/42")).then().statusCode(403);

        var seen = journal(lan);
        assertThat(seen.getList("items.outcome")).hasSize(4).containsOnly("REFUSED");
        assertThat(seen.getList("items.detail")).containsOnly("NO_LEGAL_BASIS");
        assertThat(seen.getList("items.by.organisation")).isEqualTo(List.of("CQ-THU", "CTY-THU", INSURANCE, INSURANCE));
    }

    @Test
    void no2IsForProcedureAgenciesOnly() {
        var lan = Citizen.somebody();

        asks(INSURANCE, lan, PERSONNEL + ",\"view\":\"NO_2\"").then().statusCode(403);
        asks(COURT, lan, CRIMINAL_CASE + ",\"view\":\"NO_2\"")
                .then()
                .statusCode(200)
                .body("result", equalTo("CLEAN"));
        assertThat(journal(lan).getList("items.view")).isEqualTo(List.of("NO_2", "NO_2"));
    }

    @Test
    void whatIsExpungedIsOnNo2AndNotOnNo1() {
        var nam = Citizen.somebody();
        enters(nam, judgment(), 12, "\"2021-01-10\"");

        asks(COURT, nam, CRIMINAL_CASE)
                .then()
                .statusCode(200)
                .body("result", equalTo("CLEAN"))
                .body("convictions", nullValue());
        asks(COURT, nam, CRIMINAL_CASE + ",\"view\":\"NO_2\"")
                .then()
                .statusCode(200)
                .body("result", equalTo("ON_RECORD"))
                .body("convictions[0].status", equalTo("EXPUNGED"))
                .body("convictions[0].expungedOn", equalTo("2021-01-10"))
                .body("convictions[0].civilObligations", equalTo("Bồi thường 5.000.000 đồng"))
                .body("bans.size()", equalTo(0));
    }

    @Test
    void nobodyElseMayAsk() {
        var lan = Citizen.somebody();
        for (var token : List.of(
                lan.token(),
                Tokens.service("notification-service"),
                Tokens.machine("court-hanoi", "court", INSURANCE),
                Tokens.staff(UUID.randomUUID(), "judicial-officer", INSURANCE))) {
            given().auth()
                    .oauth2(token)
                    .contentType("application/json")
                    .body(body(lan, PERSONNEL))
                    .post("/agency/record-queries")
                    .then()
                    .statusCode(403);
        }
        assertThat(journal(lan).getList("items")).isEmpty();
    }

    @Test
    void whatIsWrongIsToldAllAtOnceAndNothingIsWritten() {
        var before = journal(Citizen.somebody());
        given().auth()
                .oauth2(agency(INSURANCE))
                .contentType("application/json")
                .body("{\"personalNumber\":\"12\",\"birthDate\":\"2999-01-01\"}")
                .post("/agency/record-queries")
                .then()
                .statusCode(422)
                .body(
                        "errors.pointer",
                        hasItems(
                                "/personalNumber",
                                "/fullName",
                                "/birthDate",
                                "/procedure",
                                "/legalBasis",
                                "/purpose",
                                "/officer"));
        assertThat(before.getList("items")).isEmpty();
    }

    @Test
    void aQuotaOfFiveGivesSixteenAtOnceFiveAnswers() throws Exception {
        var people = IntStream.range(0, 16).mapToObj(_ -> Citizen.somebody()).toList();

        var answers = new ArrayList<Response>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = people.stream()
                    .<Callable<Response>>map(person -> () -> asks("CQ-THU", person, grounds("FEW", "L28-2009/42")))
                    .toList();
            for (var answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
        }

        assertThat(answers.stream().filter(answer -> answer.statusCode() == 200))
                .hasSize(5);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 429))
                .hasSize(11);
        asks("CQ-THU", people.getFirst(), grounds("FEW", "L28-2009/42"))
                .then()
                .statusCode(429)
                .body("type", endsWith("#quota-used"))
                .body("resetsAt", endsWith("T17:00:00Z"))
                .header("Retry-After", notNullValue());
        assertThat(people.stream()
                        .map(AgencyQueryApiTest::journal)
                        .filter(one -> one.getString("items[-1].outcome").equals("SHOWN")))
                .hasSize(5);
    }

    @Test
    void aCertificateIsReadInPlaceOfPaperAndItsHolderSeesIt() throws SQLException {
        var lan = Citizen.somebody();
        var id = lan.isIssued().getString("certificateId");

        reads(INSURANCE, lan, id, "standing", PERSONNEL)
                .then()
                .statusCode(200)
                .body("standing", equalTo("VALID"))
                .body("number", endsWith("-LLTP"));
        assertThat(reads(INSURANCE, lan, id, "document", PERSONNEL)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray())
                .isEqualTo(lan.document(id));
        reads(INSURANCE, lan, id, "document", grounds("PERSONNEL", "none"))
                .then()
                .statusCode(403);
        reads(INSURANCE, lan, UUID.randomUUID().toString(), "document", PERSONNEL)
                .then()
                .statusCode(404);
        Sql.run(
                database,
                "update certificate set standing = 'REVOKED', standing_reason = 'ISSUED_IN_ERROR', standing_since = now() where id = '"
                        + id + "'");
        reads(INSURANCE, lan, id, "standing", PERSONNEL).then().body("standing", equalTo("REVOKED"));
        reads(INSURANCE, lan, id, "document", PERSONNEL).then().statusCode(409);

        var seen = journal(lan);
        assertThat(seen.getList("items.view"))
                .isEqualTo(List.of("DOCUMENT", "STANDING", "DOCUMENT", "DOCUMENT", "STANDING"));
        assertThat(seen.getList("items.outcome")).isEqualTo(List.of("REFUSED", "SHOWN", "REFUSED", "SHOWN", "SHOWN"));
    }

    @Test
    void whoDoesNotNameTheHolderReadsNothingAndIsInTheJournal() {
        var lan = Citizen.somebody();
        var id = lan.isIssued().getString("certificateId");
        var namesake = new Citizen(lan.id(), "003185999998", lan.fullName(), lan.birthDate(), "FEMALE");
        var younger = new Citizen(lan.id(), lan.number(), lan.fullName(), "1986-03-17", "FEMALE");

        for (var other : List.of(Citizen.somebody(), namesake, younger)) {
            reads(INSURANCE, other, id, "standing", PERSONNEL).then().statusCode(404);
        }
        given().auth()
                .oauth2(agency(INSURANCE))
                .contentType("application/json")
                .body("{" + PERSONNEL + "}")
                .post("/agency/certificates/" + id + "/document")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItems("/personalNumber", "/fullName", "/birthDate"));

        var seen = journal(lan);
        assertThat(seen.getList("items.outcome")).isEqualTo(List.of("REFUSED", "REFUSED", "REFUSED"));
        assertThat(seen.getList("items.detail")).containsOnly("PERSON_DIFFERS");
    }

    @Test
    void refusedQuestionsDoNotFillAJournal() {
        var lan = Citizen.somebody();
        var id = lan.isIssued().getString("certificateId");

        for (var i = 0; i < 5; i++) {
            asks(INSURANCE, lan, grounds("PERSONNEL", "none")).then().statusCode(403);
            reads(INSURANCE, lan, id, "document", grounds("PERSONNEL", "none"))
                    .then()
                    .statusCode(403);
        }
        asks("CTY-THU", lan, PERSONNEL).then().statusCode(403);

        assertThat(journal(lan).getList("items.by.organisation"))
                .isEqualTo(List.of("CTY-THU", INSURANCE, INSURANCE, INSURANCE, INSURANCE, INSURANCE, INSURANCE));
    }

    @Test
    void anAgencyWithoutABasisIsAnsweredTheSameForACertificateThatExistsAndOneThatDoesNot() {
        var lan = Citizen.somebody();
        var ids = List.of(
                lan.isIssued().getString("certificateId"), UUID.randomUUID().toString());

        for (var what : List.of("standing", "document")) {
            for (var grounds : List.of(grounds("PERSONNEL", "none"), grounds("WHATEVER", "L28-2009/42"))) {
                assertThat(ids)
                        .extracting(id -> told(reads(INSURANCE, lan, id, what, grounds)))
                        .containsOnly("403 /contract/problems.md#no-legal-basis");
            }
            assertThat(ids)
                    .extracting(id -> told(reads("CTY-THU", lan, id, what, PERSONNEL)))
                    .containsOnly("403 /contract/problems.md#no-legal-basis");
        }
    }

    @Test
    void anAgencyThatUsedItsQuotaIsAnsweredTheSameForACertificateThatExistsAndOneThatDoesNot() {
        var lan = Citizen.somebody();
        var ids = List.of(
                lan.isIssued().getString("certificateId"), UUID.randomUUID().toString());

        // Ids that lead nowhere count as well: trying them out comes to an end.
        for (var i = 0; i < 5; i++) {
            assertThat(told(reads("CQ-DOC", lan, UUID.randomUUID().toString(), "standing", PERSONNEL)))
                    .isEqualTo("404 /contract/problems.md#not-found");
        }

        assertThat(ids)
                .extracting(id -> told(reads("CQ-DOC", lan, id, "standing", PERSONNEL)))
                .containsOnly("429 /contract/problems.md#quota-used");
    }

    private static String told(Response response) {
        return response.statusCode() + " " + response.jsonPath().getString("type");
    }

    @Test
    void aNo2OfAHolderIsNotThereForAnAgencyOfAdministration() throws SQLException {
        var lan = Citizen.somebody();
        var id = lan.isIssued().getString("certificateId");
        Sql.run(database, "update certificate set kind = 'NO_2' where id = '" + id + "'");

        assertThat(told(reads(INSURANCE, lan, id, "standing", PERSONNEL)))
                .isEqualTo(told(reads(INSURANCE, lan, UUID.randomUUID().toString(), "standing", PERSONNEL)))
                .startsWith("404");
        assertThat(told(reads(INSURANCE, lan, id, "document", PERSONNEL))).startsWith("404");
        reads(COURT, lan, id, "document", CRIMINAL_CASE).then().statusCode(200);
    }

    @Test
    void theFeedTellsOfCertificatesAndChangesOnceAndInOrder() throws SQLException {
        var start = end(INSURANCE, "PERSONNEL");
        var lan = Citizen.somebody();
        var id = lan.isIssued().getString("certificateId");
        Sql.run(
                database,
                "update certificate set standing = 'REVOKED', standing_reason = 'ISSUED_IN_ERROR', standing_since = now() where id = '"
                        + id + "'");
        Sql.run(database, "update certificate set standing = 'REVOKED' where id = '" + id + "'");

        var first = feed(INSURANCE, "PERSONNEL", start, 1)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        var entries = all(INSURANCE, "PERSONNEL", start);

        assertThat(first.getList("items")).hasSize(1);
        assertThat(entries.stream().filter(entry -> entry.startsWith(id)))
                .containsExactly(id + " VALID", id + " REVOKED");
        feed(INSURANCE, "PERSONNEL", end(INSURANCE, "PERSONNEL"), 10)
                .then()
                .body("items.size()", equalTo(0))
                .body("more", equalTo(false))
                .body("next", notNullValue());
    }

    /// A certificate whose transaction began earlier and commits later: whoever reads by number alone passes over it.
    @Test
    void theFeedLosesNothingThatCommitsLate() throws SQLException {
        var lan = Citizen.somebody();
        var hoa = Citizen.somebody();
        var early = lan.isIssued().getString("certificateId");
        var late = hoa.isIssued().getString("certificateId");
        var start = end(INSURANCE, "PERSONNEL");

        List<String> meanwhile;
        try (var slow = database.getConnection()) {
            slow.setAutoCommit(false);
            revoke(slow, early);
            Sql.run(
                    database,
                    "update certificate set standing = 'REVOKED', standing_reason = 'ISSUED_IN_ERROR' where id = '"
                            + late + "'");
            meanwhile = all(INSURANCE, "PERSONNEL", start);
            slow.commit();
        }

        assertThat(meanwhile).doesNotContain(late + " REVOKED").doesNotContain(early + " REVOKED");
        assertThat(all(INSURANCE, "PERSONNEL", start)).contains(early + " REVOKED", late + " REVOKED");
    }

    @Test
    void theFeedShowsAnAgencyOnlyTheKindsItMaySee() throws SQLException {
        var lan = Citizen.somebody();
        var start = end(COURT, "CRIMINAL-CASE");
        var id = lan.isIssued().getString("certificateId");
        Sql.run(database, "update certificate_feed set kind = 'NO_2' where certificate_id = '" + id + "'");

        assertThat(all(COURT, "CRIMINAL-CASE", start)).contains(id + " VALID");
        assertThat(all(INSURANCE, "PERSONNEL", start)).doesNotContain(id + " VALID");
        feed(INSURANCE, "CRIMINAL-CASE", start, 1).then().statusCode(403).body("type", endsWith("#no-legal-basis"));
        feed("CTY-THU", "PERSONNEL", start, 1).then().statusCode(403);
        feed(INSURANCE, "PERSONNEL", "made-up", 1).then().statusCode(400).body("type", endsWith("#cursor-unreadable"));
        // A place that somebody counts out would tell, by trying, how many entries lie between two.
        feed(INSURANCE, "PERSONNEL", "AAAAAAAAAAAAAAAAAAAAAA", 1).then().statusCode(400);
        given().auth()
                .oauth2(agency(INSURANCE))
                .get("/agency/certificate-events")
                .then()
                .statusCode(422);
    }

    /// A court sends a judgment, told in full, so that rules decide what it amounts to.
    private static String enters(Citizen citizen, String number, int months, String expungedOn) {
        return given().auth()
                .oauth2(Tokens.machine("court-hanoi", "court", COURT))
                .contentType("application/json")
                .body("""
                        {"number":"%s","sentencedOn":"2018-05-10","court":"Tòa án nhân dân Thành phố Hà Nội",
                         "person":{"personalNumber":"%s","fullName":"%s","birthDate":"%s"},
                         "offence":"Trộm cắp tài sản","articles":"Khoản 1 Điều 173 Bộ luật Hình sự","penalty":"Tù có thời hạn",
                         "civilObligations":"Bồi thường 5.000.000 đồng","courtFee":"200.000 đồng","expungedOn":%s,
                         "sentence":{"offences":[{"committedOn":"2018-01-20","gravity":"LESS_SERIOUS","intent":"INTENTIONAL",
                         "chapter":"XVI"}],"mainPenalty":{"kind":"PRISON","months":%d},"additionalPenalties":[],
                         "civilObligations":true,"courtFee":true}}
                        """.formatted(
                                number, citizen.number(), citizen.fullName(), citizen.birthDate(), expungedOn, months))
                .post("/judgments")
                .then()
                .statusCode(201)
                .extract()
                .path("judgmentId");
    }

    private static void begins(String judgment) {
        given().auth()
                .oauth2(Tokens.machine("court-hanoi", "court", COURT))
                .contentType("application/json")
                .body("""
                        {"step":"BEGUN","authority":"Tòa án nhân dân Thành phố Hà Nội","number":"1/QĐ-CA",
                         "decidedOn":"2018-06-01"}
                        """)
                .post("/judgments/" + judgment + "/execution-decisions")
                .then()
                .statusCode(201);
    }

    private static void revoke(Connection connection, String id) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(
                    "update certificate set standing = 'REVOKED', standing_reason = 'ISSUED_IN_ERROR' where id = '" + id
                            + "'");
        }
    }

    private static List<String> all(String organisation, String procedure, String after) {
        var entries = new ArrayList<String>();
        var place = after;
        while (true) {
            var piece = feed(organisation, procedure, place, 100)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            for (var i = 0; i < piece.getList("items").size(); i++) {
                entries.add(piece.getString("items[" + i + "].certificateId") + " "
                        + piece.getString("items[" + i + "].standing"));
            }
            place = piece.getString("next");
            if (!piece.getBoolean("more")) {
                return entries;
            }
        }
    }

    private static String end(String organisation, String procedure) {
        var place = "";
        while (true) {
            var piece = feed(organisation, procedure, place, 100).jsonPath();
            place = piece.getString("next");
            if (!piece.getBoolean("more")) {
                return place;
            }
        }
    }

    private static Response feed(String organisation, String procedure, String after, int limit) {
        return given().auth()
                .oauth2(agency(organisation))
                .queryParam("procedure", procedure)
                .queryParam("after", after)
                .queryParam("limit", limit)
                .get("/agency/certificate-events");
    }

    private static Response asks(String organisation, Citizen person, String grounds) {
        return given().auth()
                .oauth2(agency(organisation))
                .contentType("application/json")
                .body(body(person, grounds))
                .post("/agency/record-queries");
    }

    private static Response reads(String organisation, Citizen named, String certificate, String what, String grounds) {
        return given().auth()
                .oauth2(agency(organisation))
                .contentType("application/json")
                .body(body(named, grounds))
                .post("/agency/certificates/" + certificate + "/" + what);
    }

    private static String body(Citizen person, String grounds) {
        return """
                {"personalNumber":"%s","fullName":"%s","birthDate":"%s",%s}
                """.formatted(person.number(), person.fullName(), person.birthDate(), grounds);
    }

    private static String grounds(String procedure, String legalBasis) {
        return """
                "procedure":"%s","legalBasis":"%s","purpose":"Bổ nhiệm viên chức","officer":"CB-0017"
                """.formatted(procedure, legalBasis).strip();
    }

    private static String agency(String organisation) {
        return Tokens.machine("agency-test", "agency", organisation);
    }

    private static JsonPath journal(Citizen citizen) {
        return given().auth()
                .oauth2(citizen.token())
                .get("/certificate-access-journal")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static String judgment() {
        return UUID.randomUUID() + "/2024/HS-ST";
    }
}
