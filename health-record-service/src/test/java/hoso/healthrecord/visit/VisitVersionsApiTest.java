package hoso.healthrecord.visit;

import static hoso.healthrecord.Story.NAME;
import static hoso.healthrecord.Story.hospital;
import static hoso.healthrecord.Story.sends;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import hoso.chassis.testing.Servers;
import hoso.healthrecord.Identity;
import hoso.healthrecord.IdentityAddress;
import hoso.healthrecord.Story;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What becomes of a visit that its facility corrects or takes back.
@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(IdentityAddress.class)
@Tag("edge")
class VisitVersionsApiTest {
    private static final int AT_ONCE = 64;

    @Inject
    DataSource database;

    private final Story lan = new Story();
    private final String episode = Story.episode();
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
    void aCorrectionIsShownAndTheEarlierVersionStaysReadable() {
        var visitId = sent(first()).getString("visitId");
        lan.integrates().statusCode(200);

        sends(corrected())
                .statusCode(201)
                .body("visitId", equalTo(visitId))
                .body("version", equalTo(2))
                .body("status", equalTo("FILED"));

        reads(visitId, "").body("version", equalTo(2)).body("advice", equalTo("Đã đính chính"));
        reads(visitId, "/versions")
                .body("versions.version", contains(2, 1))
                .body("versions[0].changed", contains("advice"))
                .body("versions[1].changed.size()", equalTo(0));
        reads(visitId, "/versions/1")
                .body("version", equalTo(1))
                .body("advice", equalTo("Uống thuốc theo đơn, tái khám khi sốt cao"));
        assertThat(lan.citizen()
                        .get("/records/me/visits/" + visitId + "/document")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray())
                .isEqualTo(corrected());
    }

    @Test
    void aVisitExportedAgainOnAnotherDayGetsTheSameReceipt() {
        var receipt = sends(first()).statusCode(201).extract().asString();
        var exportedAgain = new String(first(), StandardCharsets.UTF_8)
                .replace("<NGAYLAP>20260915", "<NGAYLAP>20260916")
                .getBytes(StandardCharsets.UTF_8);

        assertThat(exportedAgain).isNotEqualTo(first());
        assertThat(sends(exportedAgain).statusCode(201).extract().asString()).isEqualTo(receipt);
    }

    @Test
    void anEarlierVersionSentAgainGetsItsOwnReceiptAndChangesNothing() {
        var receipt = sends(first()).statusCode(201).extract().asString();
        var visitId = sent(corrected()).getString("visitId");
        lan.integrates().statusCode(200);

        assertThat(sends(first()).statusCode(201).extract().asString()).isEqualTo(receipt);

        reads(visitId, "").body("version", equalTo(2));
    }

    @Test
    void manyAtOnceWithTwoContentsMakeTwoVersions() throws Exception {
        var receipts = new HashSet<String>();
        var tasks = new ArrayList<Callable<String>>();
        for (int i = 0; i < AT_ONCE; i++) {
            var document = i % 2 == 0 ? first() : corrected();
            tasks.add(() -> sends(document).statusCode(201).extract().asString());
        }

        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (var answer : threads.invokeAll(tasks)) {
                receipts.add(answer.get());
            }
        }

        assertThat(receipts).hasSize(2);
        assertThat(receipts)
                .extracting(receipt -> JsonPath.from(receipt).getInt("version"))
                .containsExactlyInAnyOrder(1, 2);
        var visitId = JsonPath.from(receipts.iterator().next()).getString("visitId");
        assertThat(count("select count(*) from visit where id = '" + visitId + "'"))
                .isEqualTo(1);
        assertThat(count("select count(*) from earlier_version where visit_id = '" + visitId + "'"))
                .isEqualTo(1);
    }

    @Test
    void aVisitTakenBackStaysInTheHistoryMarkedAndIsNotShownAsFact() {
        var visitId = sent(first()).getString("visitId");
        lan.integrates().statusCode(200);

        var answer = retracts("ENTERED_IN_ERROR").statusCode(200).extract().asString();

        assertThat(retracts("DUPLICATE").statusCode(200).extract().asString()).isEqualTo(answer);
        reads(visitId, "")
                .body("retracted.because", equalTo("ENTERED_IN_ERROR"))
                .body("diagnoses.size()", equalTo(0))
                .body("document.available", equalTo(false));
        lan.citizen()
                .get("/records/me/visits")
                .then()
                .statusCode(200)
                .body("items[0].visitId", equalTo(visitId))
                .body("items[0].retracted.because", equalTo("ENTERED_IN_ERROR"));
        lan.citizen()
                .get("/records/me/visits/" + visitId + "/document")
                .then()
                .statusCode(410)
                .body("type", equalTo("/contract/problems.md#visit-retracted"));
    }

    @Test
    void whatWasTakenBackIsFiledAnewByOtherContentOnly() {
        var visitId = sent(first()).getString("visitId");
        retracts("ENTERED_IN_ERROR").statusCode(200);
        lan.integrates().statusCode(200);

        sends(first()).statusCode(201).body("version", equalTo(1));
        reads(visitId, "").body("retracted.because", equalTo("ENTERED_IN_ERROR"));
        sends(corrected()).statusCode(201).body("version", equalTo(2));
        reads(visitId, "").body("version", equalTo(2)).body("diagnoses.size()", equalTo(2));
    }

    @Test
    void nobodyTakesBackWhatAnotherFacilityFiled() {
        var visitId = sent(first()).getString("visitId");
        lan.integrates().statusCode(200);

        retraction("79001", "ENTERED_IN_ERROR").statusCode(404);
        retraction("01000", "VÌ THÍCH").statusCode(422);

        reads(visitId, "").body("diagnoses.size()", equalTo(2));
    }

    @Test
    void correctionsAndRetractionsManyAtOnceLeaveOneVisit() throws Exception {
        var visitId = sent(first()).getString("visitId");
        var tasks = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < AT_ONCE; i++) {
            var takesBack = i % 2 == 0;
            tasks.add(() -> (takesBack ? retracts("DUPLICATE") : sends(corrected()))
                    .extract()
                    .statusCode());
        }

        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (var answer : threads.invokeAll(tasks)) {
                assertThat(answer.get()).isBetween(200, 201);
            }
        }

        assertThat(count("select count(*) from visit where version = 2 and id = '" + visitId + "'"))
                .isEqualTo(1);
        assertThat(count("select count(*) from earlier_version where version = 1 and visit_id = '" + visitId + "'"))
                .isEqualTo(1);
    }

    @Test
    void aCorrectionThatNamesAnotherPersonLeavesTheRecord() {
        var other = new Story();
        identity.knows(other.citizen, other.number, NAME, "1985-03-17");
        var visitId = sent(first()).getString("visitId");
        lan.integrates().statusCode(200);
        other.integrates().statusCode(200);

        sends(other.claim(episode).bytes())
                .statusCode(201)
                .body("visitId", equalTo(visitId))
                .body("version", equalTo(2));

        lan.citizen().get("/records/me/visits/" + visitId).then().statusCode(404);
        lan.citizen().get("/records/me/visits/" + visitId + "/versions").then().statusCode(404);
        other.citizen()
                .get("/records/me/visits/" + visitId + "/versions")
                .then()
                .statusCode(200)
                .body("versions.version", contains(2));
    }

    @Test
    void aHeldVisitIsFiledWhenTheFacilityCorrectsTheNumber() {
        var held = sent(lan.claim(episode).tag("XML1", "SO_CCCD", "012345678").bytes());
        lan.integrates().statusCode(200);

        sends(first())
                .statusCode(201)
                .body("visitId", equalTo(held.getString("visitId")))
                .body("version", equalTo(2))
                .body("status", equalTo("FILED"));

        assertThat(held.getString("status")).isEqualTo("HELD");
        reads(held.getString("visitId"), "/versions").body("versions.version", contains(2));
    }

    private byte[] first() {
        return lan.claim(episode).bytes();
    }

    private byte[] corrected() {
        return lan.claim(episode).tag("XML1", "GHI_CHU", "Đã đính chính").bytes();
    }

    private static JsonPath sent(byte[] claim) {
        return sends(claim).statusCode(201).extract().jsonPath();
    }

    private ValidatableResponse reads(String visitId, String part) {
        return lan.citizen().get("/records/me/visits/" + visitId + part).then().statusCode(200);
    }

    private ValidatableResponse retracts(String because) {
        return retraction("01000", because);
    }

    private ValidatableResponse retraction(String facility, String because) {
        return hospital(facility)
                .contentType("application/json")
                .body(Map.of("episode", episode, "because", because))
                .post("/visits/retractions")
                .then();
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
