package hoso.identity.citizen;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import hoso.chassis.testing.Servers;
import hoso.chassis.testing.Tokens;
import hoso.chassis.testing.Topic;
import hoso.identity.Register;
import hoso.identity.Register.Mood;
import hoso.identity.RegisterAddress;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(RegisterAddress.class)
@Tag("edge")
class CitizenApiTest {
    private static final String NAME = "NGUYỄN THỊ THỬ NGHIỆM";
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    @Inject
    DataSource database;

    private Register register;
    private String number = "";

    @BeforeEach
    void startRegister() throws IOException {
        register = new Register();
        number = "003185" + String.format("%06d", PEOPLE.incrementAndGet());
        register.knows(number, NAME, "1985-03-17", "FEMALE");
    }

    @AfterEach
    void stopRegister() {
        register.close();
    }

    @Test
    void aPersonOfTheRegisterIsEnrolledAndReadsTheirEntry() {
        var citizen = enrolled();

        asCitizen(citizen)
                .get("/citizens/me")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .header("Cache-Control", containsString("no-store"))
                .body("citizenId", equalTo(citizen.toString()))
                .body("personalNumber", equalTo(number))
                .body("fullName", equalTo(NAME))
                .body("birthDate", equalTo("1985-03-17"))
                .body("sex", equalTo("FEMALE"))
                .body("permanentAddress.communeCode", equalTo("00004"))
                .body("motherName", nullValue())
                .body("accountLevel", equalTo(2))
                .body("contactPoints.email", equalTo("lan@example.vn"))
                .body("contactPoints.phone", equalTo("+84912345678"));
    }

    @Test
    void anEnrolmentIsToldThinAndInOrder() throws IOException {
        var citizen = enrolled();

        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        Topic.read("identity.citizens.v1", citizen.toString()).size() == 2);
        var told = Topic.read("identity.citizens.v1", citizen.toString());

        assertThat(told)
                .extracting(Topic.Published::type)
                .containsExactly("hoso.identity.CitizenRegistered.v1", "hoso.identity.IdentityVerified.v1");
        assertThat(told).extracting(Topic.Published::key).containsOnly(citizen.toString());
        for (var event : told) {
            var example = new ObjectMapper()
                    .readTree(Files.readString(Path.of("contract/examples")
                            .resolve(event.type().replace("hoso.identity.", "") + ".json")));
            assertThat(event.data().fieldNames()).toIterable().containsExactlyElementsOf(() -> example.fieldNames());
            assertThat(new String(event.value(), StandardCharsets.UTF_8)).doesNotContain(number, NAME, "@");
        }
    }

    @Test
    void anEnrolmentSentAgainHasItsFirstAnswerEvenWhileTheRegisterIsDown() {
        var key = UUID.randomUUID().toString();
        var first = enrol(key, body(number, 2)).statusCode(201).extract().asString();

        register.is(Mood.FAILING);

        enrol(key, body(number, 2)).statusCode(201).body(equalTo(first));
    }

    @Test
    void theSameKeyForAnotherPersonIsRefused() {
        var key = UUID.randomUUID().toString();
        enrol(key, body(number, 2)).statusCode(201);
        register.knows("003085900001", "TRẦN VĂN THỬ", "1985-06-02", "MALE");

        enrol(key, body("003085900001", 2))
                .statusCode(422)
                .body("type", equalTo("/contract/problems.md#idempotency-key-reused"));
    }

    @Test
    void aPersonEnrolledTwiceIsOneCitizen() {
        var first = enrol(UUID.randomUUID().toString(), body(number, 1))
                .statusCode(201)
                .extract()
                .path("citizenId");

        enrol(UUID.randomUUID().toString(), body(number, 2))
                .statusCode(200)
                .body("citizenId", equalTo(first))
                .body("accountLevel", equalTo(2));
    }

    @Test
    void aPersonEnrolledByManyDesksAtOnceIsOneCitizen() throws Exception {
        Callable<String> enrolment = () ->
                enrol(UUID.randomUUID().toString(), body(number, 2)).extract().path("citizenId");
        var citizens = new HashSet<String>();

        try (var desks = Executors.newFixedThreadPool(12)) {
            for (var citizen : desks.invokeAll(
                    IntStream.range(0, 24).mapToObj(_ -> enrolment).toList())) {
                citizens.add(citizen.get());
            }
        }

        assertThat(citizens).hasSize(1).doesNotContainNull();
    }

    @ParameterizedTest
    @CsvSource({
        "00318500001,   personal-number-length",
        "00318500001A,  personal-number-character",
        "097185000017,  personal-number-prefix",
        "003285000017,  personal-number-future",
        "003185999999,  personal-number-unregistered"
    })
    void aNumberThatCannotBeIsToldWhatToMend(String wrong, String code) {
        enrol(UUID.randomUUID().toString(), body(wrong, 2))
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("/contract/problems.md#invalid"))
                .body("errors.pointer", contains("/personalNumber"))
                .body("errors.code", contains(code))
                .body("errors[0].message", not(containsString(code)));
    }

    @Test
    void allThatIsWrongIsToldAtOnceInTheCallersLanguage() {
        var wrong =
                "{\"accountLevel\": 3, \"contactPoints\": {\"email\": \"lan@example.vn\\r\\nBcc: x@example.vn\", \"phone\": \"113\"}}";

        asDesk().header("Idempotency-Key", UUID.randomUUID())
                .header("Accept-Language", "en-GB,en;q=0.9")
                .body(wrong)
                .post("/citizens")
                .then()
                .statusCode(422)
                .body("errors.code", contains("required", "account-level-unknown", "email-unusable", "phone-unusable"))
                .body("errors.message", hasItems("Must be given.", "An account level is 1 or 2."));
    }

    @ParameterizedTest
    @EnumSource(
            value = Mood.class,
            names = {"FAILING", "SILENT", "GARBLED", "ABOUT_SOMEBODY_ELSE"})
    void whileTheRegisterGivesNoUsableAnswerNothingIsStored(Mood mood) throws SQLException {
        var key = UUID.randomUUID().toString();
        var before = count("citizen");
        register.is(mood);

        enrol(key, body(number, 2))
                .statusCode(503)
                .header("Retry-After", equalTo("30"))
                .body("type", equalTo("/contract/problems.md#register-unavailable"));

        assertThat(count("citizen")).isEqualTo(before);
        register.is(Mood.WELL);
        enrol(key, body(number, 2)).statusCode(201);
    }

    @Test
    void aRegisterThatIsDownIsToldTheSameWay() {
        register.close();

        enrol(UUID.randomUUID().toString(), body(number, 2)).statusCode(503).header("Retry-After", equalTo("30"));
    }

    @Test
    void aDifferenceBetweenNumberAndRegisterIsForAPersonToLookAt() {
        register.knows(number, NAME, "1986-03-17", "MALE");

        enrol(UUID.randomUUID().toString(), body(number, 2)).statusCode(201).body("manualCheck", equalTo(true));
    }

    @Test
    void onlyAnEnrolmentDeskEnrols() {
        given().contentType("application/json")
                .body(body(number, 2))
                .post("/citizens")
                .then()
                .statusCode(401);
        asCitizen(UUID.randomUUID())
                .contentType("application/json")
                .body(body(number, 2))
                .post("/citizens")
                .then()
                .statusCode(403);

        assertThat(register.timesAsked()).isZero();
    }

    @Test
    void withoutAnIdempotencyKeyNobodyIsEnrolled() {
        asDesk().body(body(number, 2))
                .post("/citizens")
                .then()
                .statusCode(400)
                .body("type", equalTo("/contract/problems.md#idempotency-key-missing"));

        assertThat(register.timesAsked()).isZero();
    }

    @Test
    void anAccountOfLevelOneReadsNothingPersonal() {
        var citizen = UUID.fromString(enrol(UUID.randomUUID().toString(), body(number, 1))
                .statusCode(201)
                .extract()
                .path("citizenId"));

        for (var token : List.of(Tokens.citizen(citizen, 1, 2), Tokens.citizen(citizen, 2, 2))) {
            given().auth()
                    .oauth2(token)
                    .get("/citizens/me")
                    .then()
                    .statusCode(403)
                    .body("type", equalTo("/contract/problems.md#account-level-too-low"));
        }
    }

    @Test
    void whoHasNoEntryIsNotFound() {
        asCitizen(UUID.randomUUID()).get("/citizens/me").then().statusCode(404);
    }

    @Test
    void aChangeOfContactPointsIsBasedOnThePresentVersion() {
        var citizen = enrolled();
        var wanted = "{\"email\": \"lan@hồsơ.vn\", \"phone\": null}";

        change(citizen, null, wanted).statusCode(428).body("type", containsString("#precondition-required"));
        change(citizen, "\"1\"", wanted).statusCode(412).body("version", equalTo(2));
        change(citizen, "W/\"2\"", wanted).statusCode(412);
        change(citizen, "\"2\"", wanted)
                .statusCode(200)
                .header("ETag", equalTo("\"3\""))
                .body("email", equalTo("lan@xn--hs-3ya8001a.vn"))
                .body("phone", nullValue());
        change(citizen, "\"2\"", wanted).statusCode(412);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(Topic.read("identity.citizens.v1", citizen.toString()))
                        .last()
                        .satisfies(told -> {
                            assertThat(told.type()).isEqualTo("hoso.identity.ContactPointsChanged.v1");
                            assertThat(told.data().get("kinds")).hasToString("[\"EMAIL\"]");
                        }));
    }

    @Test
    void ofTwoChangesAtOnceOneIsRefused() throws Exception {
        var citizen = enrolled();
        var wanted = new AtomicInteger();
        Callable<Integer> change =
                () -> change(citizen, "\"2\"", "{\"email\": \"lan" + wanted.incrementAndGet() + "@example.vn\"}")
                        .extract()
                        .statusCode();

        try (var apps = Executors.newFixedThreadPool(2)) {
            var answers = apps.invokeAll(List.of(change, change));

            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(200, 412);
        }
    }

    @Test
    void contactPointsAreForServicesOnly() {
        var citizen = enrolled();
        var path = "/citizens/" + citizen + "/contact-points";

        given().auth()
                .oauth2(Tokens.service("notification-service"))
                .get(path)
                .then()
                .statusCode(200)
                .body("email", equalTo("lan@example.vn"));
        asCitizen(citizen).get(path).then().statusCode(403);
        given().auth()
                .oauth2(Tokens.machine("hospital-01000", "facility", "01000"))
                .get(path)
                .then()
                .statusCode(403);
        given().get(path).then().statusCode(401);
    }

    @Test
    void nothingPersonalLiesOpenInTheDatabase() throws SQLException {
        enrolled();

        for (var canary : List.of(NAME, number, "lan@example.vn", "912345678")) {
            // PostgreSQL prints binary columns in hexadecimal.
            var hexadecimal = HexFormat.of().formatHex(canary.getBytes(StandardCharsets.UTF_8));
            assertThat(everything()).isNotEmpty().doesNotContain(canary, hexadecimal);
        }
    }

    @Test
    void theContractIsServed() {
        given().get("/contract/problems.md").then().statusCode(200).body(containsString("## register-unavailable"));
        given().get("/contract/events/CitizenRegistered.v1.schema.json").then().statusCode(200);
    }

    private UUID enrolled() {
        return UUID.fromString(enrol(UUID.randomUUID().toString(), body(number, 2))
                .statusCode(201)
                .extract()
                .path("citizenId"));
    }

    private static ValidatableResponse enrol(String key, String body) {
        return asDesk().header("Idempotency-Key", key)
                .body(body)
                .post("/citizens")
                .then();
    }

    private static String body(String number, int level) {
        return """
                {"personalNumber": "%s", "accountLevel": %d,
                 "contactPoints": {"email": "lan@example.vn", "phone": "0912 345 678"}}
                """.formatted(number, level);
    }

    private static ValidatableResponse change(UUID citizen, @Nullable String ifMatch, String body) {
        var request = asCitizen(citizen).contentType("application/json").body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put("/citizens/me/contact-points")
                .then();
    }

    private static RequestSpecification asDesk() {
        return given().auth()
                .oauth2(Tokens.machine("enrolment-desk", "enrolment", "CA-HN"))
                .contentType("application/json");
    }

    private static RequestSpecification asCitizen(UUID citizen) {
        return given().auth().oauth2(Tokens.citizen(citizen));
    }

    private long count(String table) throws SQLException {
        try (var connection = database.getConnection();
                var rows = connection.createStatement().executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private String everything() throws SQLException {
        var all = new StringBuilder();
        try (var connection = database.getConnection()) {
            for (var table : List.of("citizen", "person_identifier", "outbox", "idempotency_key", "subject_key")) {
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
