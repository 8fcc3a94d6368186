package hoso.identity.identification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import hoso.chassis.testing.Servers;
import hoso.chassis.testing.TestClock;
import hoso.chassis.testing.Tokens;
import hoso.identity.Register;
import hoso.identity.Register.Mood;
import hoso.identity.RegisterAddress;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A citizen names a child, a ward, a spouse or a parent.
@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(RegisterAddress.class)
@Tag("edge")
class DependantsApiTest {
    private static final String NAME = "NGUYỄN THỊ THỬ NGHIỆM";
    private static final String CHILD_NAME = "LÊ MINH THỬ";
    private static final String CHILD_BORN = "2017-05-20";
    private static final int ATTEMPTS = 10;
    private static final AtomicInteger PEOPLE = new AtomicInteger(500_000);

    @Inject
    DataSource database;

    private Register register;
    private String own = "";
    private String child = "";
    private UUID citizen = new UUID(0, 0);

    @BeforeEach
    void startRegister() throws IOException {
        register = new Register();
        own = "003185" + PEOPLE.incrementAndGet();
        child = "003217" + PEOPLE.incrementAndGet();
        register.knows(own, NAME, "1985-03-17", "FEMALE");
        register.knows(child, CHILD_NAME, CHILD_BORN, "MALE");
        register.relates(own, "CHILD", child);
        register.relates(child, "PARENT", own);
        citizen = enrolled(2);
    }

    @AfterEach
    void stopRegister() {
        register.close();
    }

    @Test
    void aParentNamesTheirChildWhoHasNoAccount() {
        var first = name("CHILD", child, "lê minh thử", CHILD_BORN)
                .statusCode(200)
                .header("Cache-Control", containsString("no-store"))
                .body("relation", equalTo("CHILD"))
                .body("personalNumber", equalTo(child))
                .body("fullName", equalTo(CHILD_NAME))
                .body("birthDate", equalTo(CHILD_BORN))
                .body("sex", equalTo("MALE"))
                .body("accountLevel", equalTo(0))
                .body("digitalCitizen", equalTo(false))
                .body("$", not(hasKey("contactPoints")))
                .extract()
                .path("citizenId");

        name("CHILD", child, CHILD_NAME, CHILD_BORN).statusCode(200).body("citizenId", equalTo(first));
        given().auth()
                .oauth2(Tokens.service("judicial-cert-service"))
                .contentType("application/json")
                .body("""
                        {"personalNumber": "%s", "fullName": "%s", "birthDate": "%s"}
                        """.formatted(child, CHILD_NAME, CHILD_BORN))
                .post("/citizens/identification")
                .then()
                .statusCode(200)
                .body("citizenId", equalTo(first));
    }

    @ParameterizedTest
    @ValueSource(strings = {"WARD", "SPOUSE", "PARENT"})
    void soDoesWhoIsAGuardianASpouseOrAGrownUpChild(String relation) {
        var other = "003055" + PEOPLE.incrementAndGet();
        register.knows(other, "NGUYỄN VĂN MẪU", "1955-01-02", "MALE");
        register.relates(own, relation, other);
        register.hasDigitalCitizen(other);

        name(relation, other, "NGUYỄN VĂN MẪU", "1955-01-02")
                .statusCode(200)
                .body("relation", equalTo(relation))
                .body("digitalCitizen", equalTo(true));
    }

    @Test
    void aRelationHoldsForTheOneKindThatTheRegisterSays() {
        for (var relation : List.of("WARD", "SPOUSE", "PARENT")) {
            name(relation, child, CHILD_NAME, CHILD_BORN).statusCode(404);
        }
    }

    @Test
    void whoIsNoRelativeLooksLikeNobodyWhateverElseAgrees() throws SQLException {
        var stranger = "003217" + PEOPLE.incrementAndGet();
        register.knows(stranger, "TRẦN VĂN THỬ", CHILD_BORN, "MALE");
        // The other's entry alone makes nobody a parent: the caller's own must say so.
        register.relates(stranger, "PARENT", own);
        var before = count("citizen");
        var nobody = name("CHILD", "003217999999", CHILD_NAME, CHILD_BORN)
                .statusCode(404)
                .extract()
                .asString();

        for (var answer : List.of(
                name("CHILD", stranger, "TRẦN VĂN THỬ", CHILD_BORN),
                name("CHILD", child, "LÊ MINH", CHILD_BORN),
                name("CHILD", child, CHILD_NAME, "2017-05-21"),
                name("CHILD", own, NAME, "1985-03-17"))) {
            assertThat(answer.statusCode(404).extract().asString()).isEqualTo(nobody);
        }
        assertThat(count("citizen")).isEqualTo(before);
    }

    @Test
    void aRelationThatEndedIsNoneAnyMore() throws IOException {
        register.close();
        register = new Register();
        register.knows(own, NAME, "1985-03-17", "FEMALE");
        register.knows(child, CHILD_NAME, CHILD_BORN, "MALE");

        name("CHILD", child, CHILD_NAME, CHILD_BORN).statusCode(404);
    }

    @Test
    void linksOfKindsThatNobodyAsksForAreNoFault() {
        register.relates(own, "GUARDIAN", "003055000001");

        name("CHILD", child, CHILD_NAME, CHILD_BORN).statusCode(200);
        name("GUARDIAN", child, CHILD_NAME, CHILD_BORN)
                .statusCode(422)
                .body("errors.pointer", contains("/relation"))
                .body("errors.code", contains("relation-unknown"));
    }

    @Test
    void whoseNumberTheRegisterNoLongerKnowsNamesNobody() {
        register.forgets(own);

        name("CHILD", child, CHILD_NAME, CHILD_BORN).statusCode(404);
    }

    @Test
    void whoGuessesRunsOutOfAttemptsAndIsToldWhenThereAreSomeAgain() throws SQLException {
        for (var i = 0; i < ATTEMPTS; i++) {
            name("CHILD", guess(i), CHILD_NAME, CHILD_BORN).statusCode(404);
        }
        var asked = register.timesAsked();

        var refusal = name("CHILD", child, CHILD_NAME, CHILD_BORN)
                .statusCode(429)
                .body("type", equalTo("/contract/problems.md#too-many-attempts"))
                .extract();

        assertThat(Integer.parseInt(refusal.header("Retry-After"))).isBetween(86_000, 86_400);
        assertThat(refusal.path("detail").toString()).contains(refusal.header("Retry-After"));
        assertThat(register.timesAsked()).isEqualTo(asked);
        aDayPasses();
        name("CHILD", child, CHILD_NAME, CHILD_BORN).statusCode(200);
    }

    @Test
    void guessesAtOnceAreCountedOneByOne() throws Exception {
        var next = new AtomicInteger();
        Callable<Integer> guess = () -> name("CHILD", guess(next.getAndIncrement()), CHILD_NAME, CHILD_BORN)
                .extract()
                .statusCode();

        try (var apps = Executors.newFixedThreadPool(8)) {
            var answers = apps.invokeAll(
                    IntStream.range(0, 3 * ATTEMPTS).mapToObj(_ -> guess).toList());
            var found = 0;
            for (var answer : answers) {
                found += answer.get() == 404 ? 1 : 0;
            }

            assertThat(found).isEqualTo(ATTEMPTS);
        }
    }

    @Test
    void whoIsRightUsesUpNothing() {
        for (var i = 0; i < ATTEMPTS + 5; i++) {
            name("CHILD", child, CHILD_NAME, CHILD_BORN).statusCode(200);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Mood.class,
            names = {"FAILING", "GARBLED", "ABOUT_SOMEBODY_ELSE"})
    void whileTheRegisterGivesNoUsableAnswerNothingIsUsedUpOrStored(Mood mood) throws SQLException {
        var before = count("citizen");
        register.is(mood);

        for (var i = 0; i < ATTEMPTS + 2; i++) {
            name("CHILD", child, CHILD_NAME, CHILD_BORN)
                    .statusCode(503)
                    .header("Retry-After", equalTo("30"))
                    .body("type", equalTo("/contract/problems.md#register-unavailable"));
        }

        assertThat(count("citizen")).isEqualTo(before);
        register.is(Mood.WELL);
        name("CHILD", child, CHILD_NAME, CHILD_BORN).statusCode(200);
    }

    @Test
    void aSlipOfTheFingerIsToldAndUsesUpNothing() throws SQLException {
        send(Tokens.citizen(citizen), "{}")
                .statusCode(422)
                .body("errors.pointer", contains("/relation", "/personalNumber", "/fullName", "/birthDate"));
        name("CHILD", "00321700001", CHILD_NAME, CHILD_BORN)
                .statusCode(422)
                .body("errors.code", contains("personal-number-length"));
        send(Tokens.citizen(citizen), "").statusCode(400);

        assertThat(count("attempt_budget where citizen_id = '" + citizen + "'")).isZero();
    }

    @Test
    void onlyACitizenWhoHasJustEnteredThePasscodeNamesAnybody() {
        var asked = register.timesAsked();
        var body = body("CHILD", child, CHILD_NAME, CHILD_BORN);

        send(Tokens.citizen(citizen, 2, 1), body)
                .statusCode(401)
                .header("WWW-Authenticate", containsString("insufficient_user_authentication"));
        send(Tokens.citizen(citizen, 2, 2, TestClock.now().minusSeconds(3600)), body)
                .statusCode(401);
        send(Tokens.citizen(citizen, 1, 2), body).statusCode(403);
        send(Tokens.service("judicial-cert-service"), body).statusCode(403);
        send(Tokens.citizen(UUID.randomUUID()), body).statusCode(404);

        assertThat(register.timesAsked()).isEqualTo(asked);
    }

    @Test
    void aTokenThatIsOlderThanItsAccountNamesNobody() {
        own = "003185" + PEOPLE.incrementAndGet();
        register.knows(own, NAME, "1985-03-17", "FEMALE");

        send(Tokens.citizen(enrolled(1)), body("CHILD", child, CHILD_NAME, CHILD_BORN))
                .statusCode(403)
                .body("type", equalTo("/contract/problems.md#account-level-too-low"));
    }

    @Test
    void anotherCitizensAttemptsAreTheirOwn() {
        for (var i = 0; i < ATTEMPTS; i++) {
            name("CHILD", guess(i), CHILD_NAME, CHILD_BORN).statusCode(404);
        }
        var father = "003083" + PEOPLE.incrementAndGet();
        register.knows(father, "LÊ VĂN NGHIỆM", "1983-08-30", "MALE");
        register.relates(father, "CHILD", child);
        own = father;

        send(Tokens.citizen(enrolled(2)), body("CHILD", child, CHILD_NAME, CHILD_BORN))
                .statusCode(200);
    }

    private static String guess(int i) {
        return "003217" + (900_000 + i);
    }

    private ValidatableResponse name(String relation, String number, String name, String born) {
        return send(Tokens.citizen(citizen), body(relation, number, name, born));
    }

    private static ValidatableResponse send(String token, String body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post("/citizens/me/dependants/identification")
                .then();
    }

    private static String body(String relation, String number, String name, String born) {
        return """
                {"relation": "%s", "personalNumber": "%s", "fullName": "%s", "birthDate": "%s"}
                """.formatted(relation, number, name, born);
    }

    private UUID enrolled(int level) {
        return UUID.fromString(given().auth()
                .oauth2(Tokens.machine("enrolment-desk", "enrolment", "CA-HN"))
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID())
                .body("{\"personalNumber\": \"" + own + "\", \"accountLevel\": " + level + "}")
                .post("/citizens")
                .then()
                .statusCode(201)
                .extract()
                .path("citizenId"));
    }

    private void aDayPasses() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate("update attempt_budget set begun_at = begun_at - interval '1 day'");
        }
    }

    private long count(String from) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + from)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
