package hoso.identity.identification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import hoso.chassis.testing.Servers;
import hoso.chassis.testing.Tokens;
import hoso.chassis.testing.Topic;
import hoso.identity.Register;
import hoso.identity.Register.Mood;
import hoso.identity.RegisterAddress;
import hoso.identity.register.RegisteredPerson;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.HexFormat;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// judicial-cert-service names a person whom a portal or an agency told it about.
@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(RegisterAddress.class)
@Tag("edge")
class IdentificationApiTest {
    private static final String NAME = "LÊ MINH THỬ";
    private static final String BORN = "2017-05-20";
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    @Inject
    DataSource database;

    @Inject
    ObjectMapper json;

    private Register register;
    private String number = "";

    @BeforeEach
    void startRegister() throws IOException {
        register = new Register();
        number = "003217" + String.format("%06d", PEOPLE.incrementAndGet());
        register.knows(number, NAME, BORN, "MALE");
    }

    @AfterEach
    void stopRegister() {
        register.close();
    }

    @Test
    void aChildWithoutAnAccountIsIdentifiedAndKeepsTheirId() {
        var first = identify(number, NAME, BORN)
                .statusCode(200)
                .header("Cache-Control", containsString("no-store"))
                .body("personalNumber", equalTo(number))
                .body("fullName", equalTo(NAME))
                .body("birthDate", equalTo(BORN))
                .body("sex", equalTo("MALE"))
                .body("nationality", equalTo("Việt Nam"))
                .body("permanentAddress.communeCode", equalTo("00004"))
                .body("fatherName", equalTo("NGUYỄN VĂN MẪU"))
                .body("motherName", nullValue())
                .body("accountLevel", equalTo(0))
                .body("digitalCitizen", equalTo(false))
                .body("$", not(hasKey("contactPoints")))
                .extract()
                .path("citizenId");

        identify(number, "lê minh  thu", BORN).statusCode(200).body("citizenId", equalTo(first));
    }

    @Test
    void whoIsIdentifiedManyTimesAtOnceIsOneCitizen() throws Exception {
        Callable<String> identification =
                () -> identify(number, NAME, BORN).statusCode(200).extract().path("citizenId");
        var citizens = new HashSet<String>();

        try (var desks = Executors.newFixedThreadPool(8)) {
            for (var citizen : desks.invokeAll(
                    IntStream.range(0, 16).mapToObj(_ -> identification).toList())) {
                citizens.add(citizen.get());
            }
        }

        assertThat(citizens).hasSize(1).doesNotContainNull();
    }

    @Test
    void whoEnrolsLaterKeepsTheIdUnderWhichOthersFiledForThem() {
        String child = identify(number, NAME, BORN).statusCode(200).extract().path("citizenId");

        enrol(2).statusCode(201).body("citizenId", equalTo(child)).body("accountLevel", equalTo(2));

        identify(number, NAME, BORN).statusCode(200).body("accountLevel", equalTo(2));
        given().auth()
                .oauth2(Tokens.citizen(UUID.fromString(child)))
                .get("/citizens/me")
                .then()
                .statusCode(200)
                .body("contactPoints.email", equalTo("lan@example.vn"));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(Topic.read("identity.citizens.v1", child))
                        .extracting(Topic.Published::type)
                        .containsExactly("hoso.identity.CitizenRegistered.v1", "hoso.identity.IdentityVerified.v1"));
        enrol(2).statusCode(200).body("citizenId", equalTo(child));
    }

    @Test
    void thereIsNoAccountToEnrolAtLevelNone() {
        enrol(0).statusCode(422).body("errors.code", contains("account-level-unknown"));
    }

    @Test
    void theRegisterIsAskedAnew() {
        register.knows(number, "NGUYỄN THỊ LAN", "1985-03-17", "FEMALE");
        enrol(2).statusCode(201);
        register.knows(number, "NGUYỄN THỊ ÁNH LAN", "1985-03-17", "FEMALE");
        register.hasDigitalCitizen(number);

        identify(number, "NGUYỄN THỊ LAN", "1985-03-17").statusCode(404);
        identify(number, "Nguyễn Thị Ánh Lan", "1985-03-17")
                .statusCode(200)
                .body("fullName", equalTo("NGUYỄN THỊ ÁNH LAN"))
                .body("digitalCitizen", equalTo(true));
    }

    @Test
    void whateverDiffersLooksLikeNobody() throws SQLException {
        var before = count();
        var nobody =
                identify("003217999999", NAME, BORN).statusCode(404).extract().asString();

        for (var answer : List.of(
                identify(number, "LÊ MINH THỨ HAI", BORN),
                identify(number, NAME, "2017-05-21"),
                identify(number, "LÊ MINH", "2016-05-20"))) {
            assertThat(answer.statusCode(404).extract().asString()).isEqualTo(nobody);
        }
        assertThat(count()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(
            value = Mood.class,
            names = {"FAILING", "SILENT", "GARBLED", "ABOUT_SOMEBODY_ELSE"})
    void whileTheRegisterGivesNoUsableAnswerNobodyIsVouchedFor(Mood mood) throws SQLException {
        var before = count();
        register.is(mood);

        identify(number, NAME, BORN)
                .statusCode(503)
                .header("Retry-After", equalTo("30"))
                .body("type", equalTo("/contract/problems.md#register-unavailable"));

        assertThat(count()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "'{}', '/personalNumber /fullName /birthDate', 'required required required'",
                "'{\"personalNumber\": \"00321700001\", \"fullName\": \" \", \"birthDate\": \"20.5.2017\"}',"
                        + " '/personalNumber /fullName /birthDate', 'personal-number-length required date-unreadable'",
                "'{\"personalNumber\": \"003217000001\", \"fullName\": \"A\", \"birthDate\": \"2017-02-30\"}',"
                        + " '/birthDate', 'date-unreadable'"
            })
    void allThatCannotBeReadIsToldAtOnce(String body, String pointers, String codes) {
        asJudicialCert()
                .body(body)
                .post("/citizens/identification")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains(pointers.split(" ")))
                .body("errors.code", contains(codes.split(" ")));

        assertThat(register.timesAsked()).isZero();
    }

    @Test
    void aNameIsNotABook() {
        identify(number, "LÊ ".repeat(100), BORN).statusCode(422).body("errors.code", contains("too-long"));
    }

    @Test
    void whatIsNoJsonOfThisKindIsNotRead() {
        for (var body : List.of("", "[]", "{\"personalNumber\": ", "{\"personalNumber\": \"1\", \"more\": 1}")) {
            asJudicialCert().body(body).post("/citizens/identification").then().statusCode(400);
        }
    }

    @Test
    void onlyJudicialCertServiceMayAsk() {
        var refused = List.of(
                Tokens.service("notification-service"),
                Tokens.service("health-record-service"),
                Tokens.service("judicial-cert-service-2"));
        for (var token : refused) {
            asked(given().auth().oauth2(token)).statusCode(404);
        }
        for (var token : List.of(
                Tokens.citizen(UUID.randomUUID()),
                Tokens.machine("national-portal", "portal", "NPSP"),
                Tokens.machine("judicial-cert-service", "agency", "BHXH"))) {
            asked(given().auth().oauth2(token)).statusCode(403);
        }
        asked(given()).statusCode(401);

        assertThat(register.timesAsked()).isZero();
    }

    @Test
    void whoHasNoAccountIsReachedNowhere() {
        String child = identify(number, NAME, BORN).extract().path("citizenId");

        given().auth()
                .oauth2(Tokens.service("notification-service"))
                .get("/citizens/" + child + "/contact-points")
                .then()
                .statusCode(200)
                .body("email", nullValue())
                .body("phone", nullValue());
        // A token for somebody who has no account cannot be; should it be, it opens nothing.
        given().auth()
                .oauth2(Tokens.citizen(UUID.fromString(child)))
                .get("/citizens/me")
                .then()
                .statusCode(403);
    }

    @Test
    void aCitizenIsToldWhetherTheyAreADigitalCitizen() {
        register.hasDigitalCitizen(number);
        String citizen = enrol(2).statusCode(201).extract().path("citizenId");

        given().auth()
                .oauth2(Tokens.citizen(UUID.fromString(citizen)))
                .get("/citizens/me")
                .then()
                .statusCode(200)
                .body("digitalCitizen", equalTo(true));
    }

    @Test
    void anEntryStoredBeforeThereWereDigitalCitizensIsReadAsThatOfNone() throws IOException {
        var stored =
                "{\"personalNumber\": \"003217000001\", \"fullName\": \"A\", \"birthDate\": \"2017-05-20\", \"sex\": \"MALE\"}";

        assertThat(json.readValue(stored, RegisteredPerson.class).digitalCitizen())
                .isFalse();
    }

    @Test
    void nothingOfAChildLiesOpenInTheDatabase() throws SQLException {
        identify(number, NAME, BORN).statusCode(200);

        for (var canary : List.of(NAME, number)) {
            var hexadecimal = HexFormat.of().formatHex(canary.getBytes(StandardCharsets.UTF_8));
            assertThat(everything()).isNotEmpty().doesNotContain(canary, hexadecimal);
        }
    }

    private static ValidatableResponse identify(String number, String name, String born) {
        return asJudicialCert()
                .body(body(number, name, born))
                .post("/citizens/identification")
                .then();
    }

    private ValidatableResponse asked(RequestSpecification somebody) {
        return somebody.contentType("application/json")
                .body(body(number, NAME, BORN))
                .post("/citizens/identification")
                .then();
    }

    private static String body(String number, String name, String born) {
        return """
                {"personalNumber": "%s", "fullName": "%s", "birthDate": "%s"}
                """.formatted(number, name, born);
    }

    private static RequestSpecification asJudicialCert() {
        return given().auth().oauth2(Tokens.service("judicial-cert-service")).contentType("application/json");
    }

    private ValidatableResponse enrol(int level) {
        return given().auth()
                .oauth2(Tokens.machine("enrolment-desk", "enrolment", "CA-HN"))
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID())
                .body("""
                        {"personalNumber": "%s", "accountLevel": %d, "contactPoints": {"email": "lan@example.vn"}}
                        """.formatted(number, level))
                .post("/citizens")
                .then();
    }

    private long count() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from citizen")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private String everything() throws SQLException {
        var all = new StringBuilder();
        try (var connection = database.getConnection()) {
            for (var table : List.of("citizen", "person_identifier", "outbox", "attempt_budget", "subject_key")) {
                try (var statement = connection.createStatement();
                        var rows = statement.executeQuery("select t::text from " + table + " t")) {
                    while (rows.next()) {
                        all.append(rows.getString(1));
                    }
                }
            }
        }
        return all.toString();
    }
}
