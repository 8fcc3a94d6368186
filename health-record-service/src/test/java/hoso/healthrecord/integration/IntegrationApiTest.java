package hoso.healthrecord.integration;

import static hoso.healthrecord.Story.NAME;
import static hoso.healthrecord.Story.TOPIC;
import static hoso.healthrecord.Story.sends;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import hoso.chassis.testing.Servers;
import hoso.chassis.testing.TestClock;
import hoso.chassis.testing.Tokens;
import hoso.chassis.testing.Topic;
import hoso.healthrecord.Identity;
import hoso.healthrecord.IdentityAddress;
import hoso.healthrecord.Story;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(IdentityAddress.class)
@Tag("edge")
class IntegrationApiTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    DataSource database;

    private final Story lan = new Story();
    private Identity identity;

    @BeforeEach
    void enrol() throws IOException {
        identity = new Identity();
        identity.knows(lan.citizen, lan.number, NAME, "1985-03-17");
    }

    @AfterEach
    void close() {
        identity.close();
    }

    @Test
    void aCitizenIntegratesTheRecordAndReadsItAsItWasSent() {
        var claim = lan.claim(Story.episode()).bytes();
        var visitId = sends(claim).statusCode(201).extract().<String>path("visitId");
        lan.citizen().get("/records/me").then().statusCode(200).body("status", equalTo("NOT_INTEGRATED"));

        var recordId = lan.integrates()
                .statusCode(200)
                .body("visitsHeld", equalTo(0))
                .extract()
                .<String>path("recordId");

        lan.citizen()
                .get("/records/me")
                .then()
                .body("status", equalTo("INTEGRATED"))
                .body("recordId", equalTo(recordId));
        lan.citizen()
                .get("/records/me/visits")
                .then()
                .statusCode(200)
                .body("items.visitId", contains(visitId))
                .body("items[0].admittedAt", equalTo("2026-09-15T08:05:00+07:00"))
                .body("items[0].mainDiagnosis.code", equalTo("J02.9"))
                .body("items[0].reexaminations[0].on", equalTo("2026-09-22"))
                .body("next", nullValue());
        lan.citizen()
                .get("/records/me/visits/" + visitId)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("facility", equalTo("01000"))
                .body("outcome", equalTo("BETTER"))
                .body("drugs[0].name", equalTo("Thuốc thử nghiệm A"))
                .body("progress[0].vitalSigns.systolic", equalTo(120))
                .body("document.available", equalTo(true));
        var document = lan.citizen()
                .get("/records/me/visits/" + visitId + "/document")
                .then()
                .statusCode(200)
                .contentType("application/xml")
                .extract()
                .asByteArray();
        assertThat(document).isEqualTo(claim);
        told(recordId, "RecordIntegrated", 1);
    }

    @Test
    void aVisitThatArrivesLaterIsToldWithItsOwner() {
        var recordId = lan.integrates().statusCode(200).extract().<String>path("recordId");

        sends(lan.claim(Story.episode()).bytes()).statusCode(201).body("status", equalTo("FILED"));

        await().atMost(SOON)
                .until(() -> Topic.read(TOPIC, recordId).stream()
                        .anyMatch(event -> event.type().contains("VisitRecorded")
                                && event.data().path("citizenId").asText().equals(lan.citizen.toString())));
        lan.citizen().get("/records/me/visits").then().body("items.size()", equalTo(1));
    }

    @Test
    void visitsOfAnotherNameOrBirthDateAreHeldNeverMerged() {
        sends(lan.claim(Story.episode()).bytes()).statusCode(201);
        var stranger = sends(
                        lan.claim(Story.episode()).with(NAME, "TRẦN THỊ KHÁC").bytes())
                .statusCode(201)
                .body("status", equalTo("FILED"))
                .extract()
                .<String>path("visitId");

        var recordId = lan.integrates()
                .statusCode(200)
                .body("visitsHeld", equalTo(1))
                .extract()
                .<String>path("recordId");
        sends(lan.claim(Story.episode())
                        .tag("XML1", "NGAY_SINH", "198503180000")
                        .bytes())
                .statusCode(201)
                .body("status", equalTo("HELD"))
                .body("heldBecause", equalTo("IDENTITY_DIFFERS"));
        sends(lan.claim(Story.episode())
                        .tag("XML1", "NGAY_SINH", "198500000000")
                        .bytes())
                .statusCode(201)
                .body("status", equalTo("FILED"));

        lan.citizen().get("/records/me/visits").then().body("items.size()", equalTo(2));
        lan.citizen().get("/records/me/visits/" + stranger).then().statusCode(404);
        lan.citizen().get("/records/me/visits/" + stranger + "/document").then().statusCode(404);
        told(recordId, "VisitHeld", 2);
        assertThat(Topic.read(TOPIC, recordId).stream()
                        .map(event -> event.headers().get("ce_sequence"))
                        .toList())
                .doesNotHaveDuplicates();
    }

    @Test
    void aVisitOfSomebodyElseIsNotThere() {
        var visitId = sends(lan.claim(Story.episode()).bytes())
                .statusCode(201)
                .extract()
                .<String>path("visitId");
        lan.integrates().statusCode(200);
        var minh = new Story();
        identity.knows(minh.citizen, minh.number, NAME, "1985-03-17");
        minh.integrates().statusCode(200);

        for (var id : List.of(visitId, UUID.randomUUID().toString(), "khong-phai-ma")) {
            minh.citizen()
                    .get("/records/me/visits/" + id)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .body("type", equalTo("/contract/problems.md#not-found"));
            minh.citizen().get("/records/me/visits/" + id + "/document").then().statusCode(404);
        }
        minh.citizen().get("/records/me/visits").then().body("items.size()", equalTo(0));
    }

    @Test
    void eachReadNeedsAFreshPasscodeAndLevel2() {
        for (var path :
                List.of("/records/me", "/records/me/visits", "/records/me/visits/x", "/records/me/visits/x/document")) {
            read(Tokens.citizen(lan.citizen, 2, 1), path, 401, "step-up-required");
            read(
                    Tokens.citizen(lan.citizen, 2, 2, TestClock.now().minus(Duration.ofHours(3))),
                    path,
                    401,
                    "step-up-required");
            read(Tokens.citizen(lan.citizen, 1, 2), path, 403, "account-level-too-low");
            read(Tokens.machine("hospital-01000", "facility", "01000"), path, 403, "forbidden");
            given().get(path).then().statusCode(401);
        }
        given().auth()
                .oauth2(Tokens.citizen(lan.citizen, 2, 1))
                .header("Idempotency-Key", "a")
                .post("/records/me/integration")
                .then()
                .statusCode(401);
    }

    private static void read(String token, String path, int status, String slug) {
        given().auth()
                .oauth2(token)
                .get(path)
                .then()
                .statusCode(status)
                .body("type", equalTo("/contract/problems.md#" + slug));
    }

    @Test
    void aRepeatedIntegrationIsAnsweredAsTheFirst() {
        var first = lan.integrates("khoa-1").statusCode(200).extract().asString();

        assertThat(lan.integrates("khoa-1").statusCode(200).extract().asString())
                .isEqualTo(first);
        assertThat(lan.integrates("khoa-2").statusCode(200).extract().asString())
                .isEqualTo(first);
        lan.citizen()
                .post("/records/me/integration")
                .then()
                .statusCode(400)
                .body("type", equalTo("/contract/problems.md#idempotency-key-missing"));
        var recordId = io.restassured.path.json.JsonPath.from(first).getString("recordId");
        told(recordId, "RecordIntegrated", 1);
    }

    @Test
    void whoeverIsNotVouchedForIntegratesNothing() {
        var unknown = new Story();
        unknown.integrates().statusCode(403).body("type", equalTo("/contract/problems.md#identity-not-vouched"));

        var impostor = new Story();
        lan.integrates().statusCode(200);
        identity.knows(impostor.citizen, lan.number, NAME, "1985-03-17");
        impostor.integrates().statusCode(409).body("type", equalTo("/contract/problems.md#integrated-elsewhere"));

        identity.knows(lan.citizen, unknown.number, NAME, "1985-03-17");
        lan.integrates().statusCode(409).body("type", equalTo("/contract/problems.md#other-record-integrated"));

        identity.fails();
        lan.integrates().statusCode(503).header("Retry-After", "5");
    }

    @Test
    void whatTheLawKeepsFromTheAppStaysWithTheFacility() {
        var visitId = sends(lan.claim(Story.episode())
                        .tag("XML1", "MA_BENH_KT", "b20,I10")
                        .bytes())
                .statusCode(201)
                .extract()
                .<String>path("visitId");
        lan.integrates().statusCode(200);

        lan.citizen()
                .get("/records/me/visits/" + visitId)
                .then()
                .statusCode(200)
                .body("diagnoses.size()", equalTo(0))
                .body("drugs.size()", equalTo(0))
                .body("document.available", equalTo(false));
        lan.citizen()
                .get("/records/me/visits/" + visitId + "/document")
                .then()
                .statusCode(403)
                .body("type", equalTo("/contract/problems.md#document-withheld"));
    }

    @Test
    void theHivTableIsSealedAndTheDocumentHandedOutWithoutIt() {
        var table = "<CHI_TIEU_HO_SO_HIV><DS><HO_SO><MA_LK>%s</MA_LK></HO_SO></DS></CHI_TIEU_HO_SO_HIV>";
        var episode = Story.episode();
        var visitId = sends(lan.claim(episode)
                        .table("XML6", table.replace("%s", episode))
                        .bytes())
                .statusCode(201)
                .body("sealed", equalTo(List.of("XML6")))
                .extract()
                .<String>path("visitId");
        lan.integrates().statusCode(200);

        lan.citizen()
                .get("/records/me/visits/" + visitId)
                .then()
                .statusCode(200)
                .body("diagnoses.size()", equalTo(2))
                .body("document.available", equalTo(true))
                .body("document.cut", equalTo(true));
        var handedOut = lan.citizen()
                .get("/records/me/visits/" + visitId + "/document")
                .then()
                .statusCode(200)
                .header("Hoso-Document", "cut")
                .extract()
                .asString();
        assertThat(handedOut).contains("XML1").doesNotContain("XML6");
    }

    @Test
    void theTimelineComesInPagesNewestFirst() {
        for (int day = 10; day < 15; day++) {
            sends(lan.claim(Story.episode())
                            .tag("XML1", "NGAY_VAO", "202608" + day + "0800")
                            .bytes())
                    .statusCode(201);
        }
        lan.integrates().statusCode(200);

        var first = lan.citizen()
                .get("/records/me/visits?limit=3")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        var second = lan.citizen()
                .get("/records/me/visits?limit=3&after=" + first.getString("next"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(days(first.getList("items.admittedAt"))).containsExactly("14", "13", "12");
        assertThat(days(second.getList("items.admittedAt"))).containsExactly("11", "10");
        assertThat(second.getString("next")).isNull();
        lan.citizen()
                .get("/records/me/visits?after=nham")
                .then()
                .statusCode(400)
                .body("type", equalTo("/contract/problems.md#cursor-unreadable"));
    }

    private static List<String> days(List<String> times) {
        return times.stream().map(time -> time.substring(8, 10)).toList();
    }

    @Test
    void aTimelineTouchesOnePartition() throws SQLException {
        sends(lan.claim(Story.episode()).bytes()).statusCode(201);
        lan.integrates().statusCode(200);
        var plan = new StringBuilder();
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        explain (analyze, costs off, timing off)
                        select * from visit where record_id = (select id from health_record where citizen_id = '%s')
                        order by admitted_at desc, id desc limit 21
                        """.formatted(lan.citizen))) {
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
        }

        assertThat(plan.toString()
                        .lines()
                        .filter(line -> line.contains(" on visit_") && !line.contains("never executed")))
                .hasSize(1);
    }

    @Test
    void nothingPersonalLiesOpenInTheDatabase() throws SQLException {
        sends(lan.claim(Story.episode()).bytes()).statusCode(201);
        lan.integrates().statusCode(200);
        var secrets = List.of(lan.number, "THỬ NGHIỆM", "Viêm họng", "J02.9");

        for (var table :
                List.of("health_record", "visit", "visit_document", "ingest_key", "outbox", "idempotency_key")) {
            try (var connection = database.getConnection();
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery("select t::text from " + table + " t")) {
                while (rows.next()) {
                    var row = rows.getString(1);
                    for (var secret : secrets) {
                        assertThat(row)
                                .doesNotContain(secret)
                                .doesNotContain(HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8)));
                    }
                }
            }
        }
    }

    private static void told(String recordId, String name, int times) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(Topic.read(TOPIC, recordId).stream()
                                .filter(event -> event.type().contains("." + name + ".")))
                        .hasSize(times));
    }
}
