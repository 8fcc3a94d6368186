package hoso.healthrecord.visit;

import static hoso.healthrecord.Story.TOPIC;
import static hoso.healthrecord.Story.hospital;
import static hoso.healthrecord.Story.sends;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import hoso.chassis.testing.Servers;
import hoso.chassis.testing.Tokens;
import hoso.chassis.testing.Topic;
import hoso.chassis.testing.Topic.Published;
import hoso.healthrecord.IdentityAddress;
import hoso.healthrecord.Story;
import hoso.healthrecord.document.Documents;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(IdentityAddress.class)
@Tag("edge")
class VisitIntakeApiTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    DataSource database;

    @TestHTTPResource(value = "/health/live", management = true)
    URI alive = URI.create("");

    private final Story lan = new Story();

    @Test
    void aClaimIsFiledAndToldOnce() throws IOException {
        var episode = Story.episode();

        var receipt = sends(lan.claim(episode).bytes())
                .statusCode(201)
                .body("facility", equalTo("01000"))
                .body("episode", equalTo(episode))
                .body("status", equalTo("FILED"))
                .body("warnings.size()", equalTo(0))
                .extract()
                .jsonPath();

        var event = told(receipt).getFirst();
        assertThat(event.type()).isEqualTo("hoso.health-record.VisitRecorded.v1");
        assertThat(event.key())
                .isEqualTo(event.subject())
                .isEqualTo(event.data().path("recordId").asText());
        assertThat(event.headers()).containsEntry("ce_sequence", "1");
        assertThat(event.data().path("facility").asText()).isEqualTo("01000");
        assertThat(event.data().path("careKind").asText()).isEqualTo("EXAMINATION");
        keepsPromise(event, "VisitRecorded");
        assertThat(new String(event.value(), StandardCharsets.UTF_8))
                .doesNotContain("J02", "NGUY", lan.number, episode);
    }

    @Test
    void aBundleIsFiledByTheSameRule() {
        var bundle = new String(Documents.bundleExample(), StandardCharsets.UTF_8)
                .replace("003185000017", lan.number)
                .replace("SYN-79001-20261020-000007", Story.episode());

        hospital("79001")
                .contentType("application/fhir+json")
                .body(bundle.getBytes(StandardCharsets.UTF_8))
                .post("/visits")
                .then()
                .statusCode(201)
                .body("status", equalTo("FILED"))
                .body("unknown", equalTo(List.of()))
                .body("alsoInDocument", equalTo(List.of()));
    }

    @Test
    void manyAtOnceWithTheSameVisitAreAllToldTheSame() throws Exception {
        var claim = lan.claim(Story.episode()).bytes();
        Callable<String> send = () -> sends(claim).statusCode(201).extract().asString();
        var answers = new HashSet<String>();

        try (var threads = Executors.newFixedThreadPool(64)) {
            var tasks = IntStream.range(0, 64).mapToObj(_ -> send).toList();
            for (var answer : threads.invokeAll(tasks)) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).hasSize(1);
        var receipt = JsonPath.from(answers.iterator().next());
        var visitId = receipt.getString("visitId");
        assertThat(count("select count(*) from visit where id = '" + visitId + "'"))
                .isEqualTo(1);
        assertThat(count("select count(*) from visit_document where visit_id = '" + visitId + "'"))
                .isEqualTo(1);
        assertThat(told(receipt)).hasSize(1);
        assertThat(count("select count(*) from outbox where position(convert_to('" + visitId
                        + "', 'UTF8') in message) > 0"))
                .isEqualTo(1);
    }

    @Test
    void manyFirstVisitsOfOnePersonOpenOneRecord() throws Exception {
        Callable<String> send = () -> sends(lan.claim(Story.episode()).bytes())
                .statusCode(201)
                .extract()
                .path("visitId");
        var visits = new HashSet<String>();

        try (var threads = Executors.newFixedThreadPool(16)) {
            for (var answer :
                    threads.invokeAll(IntStream.range(0, 16).mapToObj(_ -> send).toList())) {
                visits.add(answer.get());
            }
        }

        var ids = visits.stream().map(id -> "'" + id + "'").collect(Collectors.joining(","));
        assertThat(visits).hasSize(16);
        assertThat(count("select count(distinct record_id) from visit where id in (" + ids + ")"))
                .isEqualTo(1);
    }

    @Test
    void aVisitWithoutAValidNumberIsHeld() throws IOException {
        for (var number : new String[] {"", "00318500001", "003285000017", "B1234567"}) {
            var receipt = sends(lan.claim(Story.episode())
                            .tag("XML1", "SO_CCCD", number)
                            .bytes())
                    .statusCode(201)
                    .body("status", equalTo("HELD"))
                    .body("heldBecause", equalTo("NUMBER_NOT_VALID"))
                    .extract()
                    .jsonPath();

            var event = told(receipt).getFirst();
            assertThat(event.type()).isEqualTo("hoso.health-record.VisitHeld.v1");
            assertThat(event.key()).isEqualTo(receipt.getString("visitId"));
            keepsPromise(event, "VisitHeld");
        }
    }

    @Test
    void aNumberThatSaysOtherwiseThanTheDocumentIsAWarning() {
        sends(lan.claim(Story.episode())
                        .tag("XML1", "GIOI_TINH", "1")
                        .tag("XML1", "NGAY_SINH", "198600000000")
                        .bytes())
                .statusCode(201)
                .body("status", equalTo("FILED"))
                .body("warnings", equalTo(List.of("NUMBER_AND_BIRTH_YEAR_DIFFER", "NUMBER_AND_SEX_DIFFER")));
    }

    @Test
    void onlyTheFacilityItselfMaySend() {
        var claim = lan.claim(Story.episode()).bytes();

        hospital("79001")
                .contentType("application/xml")
                .body(claim)
                .post("/visits")
                .then()
                .statusCode(403)
                .body("type", equalTo("/contract/problems.md#facility-not-yours"));
        given().contentType("application/xml")
                .body(claim)
                .post("/visits")
                .then()
                .statusCode(401);
        lan.citizen()
                .contentType("application/xml")
                .body(claim)
                .post("/visits")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(Tokens.sign(Tokens.person(UUID.randomUUID(), "facility").audience("another-api")))
                .contentType("application/xml")
                .body(claim)
                .post("/visits")
                .then()
                .statusCode(401);
    }

    @Test
    void whatIsWrongIsToldInTheCallersLanguageAndNothingIsStored() throws SQLException {
        var before = count("select count(*) from ingest_key");
        var wrong =
                lan.claim(Story.episode()).tag("XML1", "NGAY_VAO", "20261340").bytes();

        sends(wrong)
                .statusCode(422)
                .header("Content-Language", "vi")
                .body("errors[0].pointer", equalTo("XML1/NGAY_VAO"))
                .body("errors[0].code", equalTo("wrong-date"))
                .body("errors[0].message", containsString("Ngày giờ"));
        hospital("01000")
                .header("Accept-Language", "en")
                .contentType("application/xml")
                .body(wrong)
                .post("/visits")
                .then()
                .statusCode(422)
                .body("errors[0].message", containsString("no valid date"));
        sends("<GIAMDINHHS><A>".getBytes(StandardCharsets.UTF_8))
                .statusCode(400)
                .body("type", equalTo("/contract/problems.md#document-unreadable"));
        sends("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>".getBytes(StandardCharsets.UTF_8))
                .statusCode(400)
                .body("errors[0].code", equalTo("dtd-forbidden"));
        sends(lan.claim(Story.episode())
                        .sentBy("Z")
                        .tag("XML1", "MA_CSKCB", "Z")
                        .bytes())
                .statusCode(422)
                .body("errors[0].code", equalTo("facility-unknown"));
        hospital("01000")
                .contentType("text/csv")
                .body("a".getBytes(StandardCharsets.UTF_8))
                .post("/visits")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
        assertThat(count("select count(*) from ingest_key")).isEqualTo(before);
    }

    @Test
    void moreThanSixteenMegabytesAreRefused() {
        sends(new byte[17 * 1024 * 1024])
                .statusCode(413)
                .contentType("application/problem+json")
                .body("type", equalTo("/contract/problems.md#too-large"));
    }

    @Test
    void aHundredMegabytesAreNotEvenRead() throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            var head = "POST /visits HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/xml\r\n"
                    + "Content-Length: 104857600\r\nAuthorization: Bearer "
                    + Tokens.machine("hospital-01000", "facility", "01000") + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();

            var answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);

            assertThat(answer).isEqualTo("HTTP/1.1 413");
        }
    }

    @Test
    void anEndlessBodyIsNotTakenIn() throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            var out = socket.getOutputStream();
            var head = "POST /visits HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/xml\r\n"
                    + "Transfer-Encoding: chunked\r\nAuthorization: Bearer "
                    + Tokens.machine("hospital-01000", "facility", "01000") + "\r\n\r\n";
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            var chunk = ("10000\r\n" + "a".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);

            for (int sent = 0; sent < 2_000; sent++) {
                out.write(chunk);
            }
            var answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);

            assertThat(answer).isEqualTo("HTTP/1.1 413");
        }
        given().get(alive).then().statusCode(200);
    }

    private static List<Published> told(JsonPath receipt) {
        var visitId = receipt.getString("visitId");
        return await().atMost(SOON)
                .until(
                        () -> Topic.read(TOPIC).stream()
                                .filter(event ->
                                        event.data().path("visitId").asText().equals(visitId))
                                .toList(),
                        events -> !events.isEmpty());
    }

    /// What is told keeps to the schema of the contract: nothing missing, nothing that is not promised.
    static void keepsPromise(Published event, String name) throws IOException {
        try (var in = VisitIntakeApiTest.class.getResourceAsStream(
                "/META-INF/resources/contract/events/" + name + ".v1.schema.json")) {
            var schema = JSON.readTree(in);
            schema.path("required")
                    .forEach(field -> assertThat(event.data().has(field.asText()))
                            .as("%s.%s", name, field)
                            .isTrue());
            event.data()
                    .fieldNames()
                    .forEachRemaining(
                            field -> assertThat(schema.path("properties").has(field))
                                    .as("%s.%s", name, field)
                                    .isTrue());
        }
    }

    private long count(String query) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getLong(1);
        }
    }
}
