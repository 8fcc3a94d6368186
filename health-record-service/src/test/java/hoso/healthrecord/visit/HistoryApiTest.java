package hoso.healthrecord.visit;

import static hoso.healthrecord.Story.NAME;
import static hoso.healthrecord.Story.hospital;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import hoso.chassis.testing.Servers;
import hoso.healthrecord.Identity;
import hoso.healthrecord.IdentityAddress;
import hoso.healthrecord.Story;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.util.HashSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What becomes of a bundle with several visits.
@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(IdentityAddress.class)
@Tag("edge")
class HistoryApiTest {
    private static final int AT_ONCE = 64;

    private final Story lan = new Story();
    private final String first = Story.episode();
    private final String second = Story.episode();
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
    void eachVisitGetsAReceiptAndIsReadByItself() {
        var receipts = sends(history("final", ""))
                .statusCode(201)
                .body("visits.status", contains("FILED", "FILED"))
                .body("visits.episode", contains(first, second))
                .body("placed.byEncounter", equalTo(3))
                .extract()
                .jsonPath();
        lan.integrates().statusCode(200);

        lan.citizen()
                .get("/records/me/visits/" + receipts.getString("visits[1].visitId"))
                .then()
                .statusCode(200)
                .body("tests.name", contains("Glucose"));
        lan.citizen()
                .get("/records/me/visits/" + receipts.getString("visits[0].visitId"))
                .then()
                .statusCode(200)
                .body("tests.size()", equalTo(0));
    }

    @Test
    void oneWrongVisitFilesNone() {
        sends(history("banana", "")).statusCode(422).body("errors.pointer", hasItem("Bundle.entry[3].resource.status"));
        lan.integrates().statusCode(200);

        lan.citizen().get("/records/me/visits").then().statusCode(200).body("items.size()", equalTo(0));
    }

    @Test
    void oneVisitOfAnotherFacilityFilesNone() {
        sends(history("final", "").replaceFirst("\"value\":\"01000\"", "\"value\":\"79001\""))
                .statusCode(403);
        lan.integrates().statusCode(200);

        lan.citizen().get("/records/me/visits").then().statusCode(200).body("items.size()", equalTo(0));
    }

    @Test
    void manyAtOnceFileEachVisitOnceAndALaterResultMakesAVersionOfItsVisitAlone() throws Exception {
        Callable<String> send =
                () -> sends(history("final", "")).statusCode(201).extract().asString();
        var answers = new HashSet<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(
                    IntStream.range(0, AT_ONCE).mapToObj(i -> send).toList())) {
                answers.add(answer.get());
            }
        }
        assertThat(answers).hasSize(1);

        sends(history("final", result("Encounter/e1", "final"))).statusCode(201).body("visits.version", contains(2, 1));
    }

    private static ValidatableResponse sends(String bundle) {
        return hospital("01000")
                .contentType("application/fhir+json")
                .body(bundle.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/visits")
                .then();
    }

    private String history(String status, String more) {
        return "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":["
                + "{\"resource\":{\"resourceType\":\"Patient\",\"id\":\"p\",\"gender\":\"female\",\"birthDate\":\"1985-03-17\","
                + "\"identifier\":[{\"system\":\"urn:vn:so-dinh-danh\",\"value\":\"" + lan.number + "\"}],"
                + "\"name\":[{\"text\":\"" + NAME + "\"}]}},"
                + encounter("e1", first, "2026-01-05")
                + ","
                + encounter("e2", second, "2026-02-05")
                + result("Encounter/e2", status)
                + more
                + "]}";
    }

    private static String encounter(String id, String episode, String day) {
        return "{\"resource\":{\"resourceType\":\"Encounter\",\"id\":\"" + id
                + "\",\"status\":\"finished\",\"class\":{\"code\":\"AMB\"},"
                + "\"identifier\":[{\"system\":\"urn:vn:ma-lk\",\"value\":\"" + episode + "\"}],"
                + "\"subject\":{\"reference\":\"Patient/p\"},\"period\":{\"start\":\"" + day + "T07:00:00+07:00\"},"
                + "\"serviceProvider\":{\"identifier\":{\"system\":\"urn:vn:cskcb\",\"value\":\"01000\"}}}}";
    }

    private static String result(String encounter, String status) {
        return ",{\"resource\":{\"resourceType\":\"Observation\",\"status\":\"" + status
                + "\",\"code\":{\"text\":\"Glucose\"},"
                + "\"subject\":{\"reference\":\"Patient/p\"},\"encounter\":{\"reference\":\"" + encounter
                + "\"},\"valueInteger\":7}}";
    }
}
