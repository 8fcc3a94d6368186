package hoso.judicialcert.officer.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import hoso.chassis.testing.Servers;
import hoso.chassis.testing.Topic;
import hoso.judicialcert.Citizen;
import hoso.judicialcert.OfficerAtDesk;
import hoso.judicialcert.Partners;
import hoso.judicialcert.officer.casework.Cases;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Partners.class)
@Tag("edge")
class RevocationApiTest {
    private static final String RECALL = "{\"reason\":\"WRONG_CONTENT\",\"text\":\"Bản án số 5 đã bị hủy\"}";

    @Inject
    DataSource database;

    @Test
    void aCertificateIsFoundByItsNumberOrDossierCodeAndRecalledOnce() throws SQLException {
        var lan = Cases.somebody();
        var issued = lan.isIssued();
        var officer = OfficerAtDesk.somebody();
        var code = issued.getString("dossierCode");

        var found = officer.asks()
                .queryParam("number", code)
                .get("/officer/certificates")
                .then()
                .statusCode(200)
                .body("items[0].standing", equalTo("VALID"))
                .extract()
                .jsonPath();
        var id = found.getString("items[0].certificateId");
        assertThat(id).isEqualTo(issued.getString("certificateId"));
        officer.asks()
                .queryParam("number", found.getString("items[0].number"))
                .get("/officer/certificates")
                .then()
                .body("items[0].certificateId", equalTo(id));

        recalls(officer, id, RECALL).then().statusCode(202).body("status", equalTo("RECALL_PROPOSED"));
        // Said twice by one officer it is one voice, and another reason is another matter.
        recalls(officer, id, RECALL).then().statusCode(202);
        recalls(OfficerAtDesk.somebody(), id, "{\"reason\":\"UNLAWFUL\",\"text\":\"Khác\"}")
                .then()
                .statusCode(202);
        assertThat(lan.sees(issued.getString("requestId")).getString("status")).isNotEqualTo("REVOKED");
        var second = OfficerAtDesk.somebody();
        recalls(second, id, RECALL).then().statusCode(200).body("status", equalTo("REVOKED"));
        recalls(officer, id, RECALL).then().statusCode(409);

        assertThat(lan.sees(issued.getString("requestId")).getString("status")).isEqualTo("REVOKED");
        // To the portal the case is done as before.
        assertThat(lan.sees(issued.getString("requestId")).getInt("portalCode")).isEqualTo(9);
        officer.asks()
                .queryParam("number", code)
                .get("/officer/certificates")
                .then()
                .body("items[0].standing", equalTo("REVOKED"))
                .body("items[0].reason", equalTo("WRONG_CONTENT"));
        officer.asks()
                .get("/officer/certificate-requests/" + issued.getString("requestId") + "/history")
                .then()
                .body("items.find { it.step == 'CERTIFICATE_RECALLED' }.note", equalTo("Bản án số 5 đã bị hủy"))
                .body(
                        "items.find { it.step == 'CERTIFICATE_RECALLED' }.officer",
                        equalTo(second.id().toString()))
                .body("items.step", hasItems("RECALL_PROPOSED"));
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        Topic.read("judicial-cert.certificate-status.v1", id).size() == 1);
        assertThat(Topic.read("judicial-cert.requests.v1", issued.getString("requestId"))
                        .toString())
                .doesNotContain("Bản án số 5");
    }

    @Test
    void aRecallThatWaitsForASecondOfficerIsInTheQueueOfTheOthersUntilItIsDone() {
        var lan = Citizen.somebody();
        var id = lan.isIssued().getString("certificateId");
        var first = OfficerAtDesk.somebody();
        var second = OfficerAtDesk.somebody();
        recalls(first, id, RECALL).then().statusCode(202);

        var waiting = proposals(second).getMap("find { it.certificateId == '" + id + "' }");
        assertThat(waiting)
                .containsEntry("reason", "WRONG_CONTENT")
                .containsEntry("text", "Bản án số 5 đã bị hủy")
                .containsEntry("proposedBy", first.id().toString());
        assertThat(proposals(first).getList("certificateId")).doesNotContain(id);
        assertThat(proposals(OfficerAtDesk.of("H57")).getList("certificateId")).doesNotContain(id);
        assertThat(proposals(new OfficerAtDesk(lan.id(), "H26")).getList("certificateId"))
                .doesNotContain(id);

        recalls(second, id, RECALL).then().statusCode(200);
        assertThat(proposals(OfficerAtDesk.somebody()).getList("certificateId")).doesNotContain(id);
    }

    @Test
    void recallsThatWaitComeInPagesOldestFirst() {
        var officer = OfficerAtDesk.somebody();
        var ids = IntStream.range(0, 2)
                .mapToObj(_ -> Citizen.somebody().isIssued().getString("certificateId"))
                .toList();
        ids.forEach(id -> recalls(OfficerAtDesk.somebody(), id, RECALL).then().statusCode(202));

        var found = new ArrayList<String>();
        for (var after = ""; after != null; ) {
            var page = officer.asks()
                    .get("/officer/certificates/recall-proposals?limit=1" + (after.isEmpty() ? "" : "&after=" + after))
                    .then()
                    .statusCode(200)
                    .body("items.size()", lessThanOrEqualTo(1))
                    .extract()
                    .jsonPath();
            found.addAll(page.getList("items.certificateId"));
            after = page.getString("next");
        }

        assertThat(found).containsSubsequence(ids);
    }

    private static JsonPath proposals(OfficerAtDesk officer) {
        return officer.asks()
                .get("/officer/certificates/recall-proposals?limit=100")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .setRootPath("items");
    }

    @Test
    void ofManyRecallsAtOnceOneCounts() throws Exception {
        var id = Cases.somebody().isIssued().getString("certificateId");

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var recalls = IntStream.range(0, 8)
                    .<Callable<Integer>>mapToObj(_ ->
                            () -> recalls(OfficerAtDesk.somebody(), id, RECALL).statusCode())
                    .toList();
            var answers =
                    threads.invokeAll(recalls).stream().map(Future::resultNow).toList();

            assertThat(answers)
                    .containsOnly(200, 202, 409)
                    .containsOnlyOnce(200)
                    .containsOnlyOnce(202);
        }
    }

    @Test
    void whatAnotherAgencyIssuedIsNotThereAndNobodyRecallsTheirOwn() {
        var lan = Cases.somebody();
        var issued = lan.isIssued();
        var id = issued.getString("certificateId");
        var stranger = OfficerAtDesk.of("H57");

        recalls(stranger, id, RECALL).then().statusCode(404);
        corrects(stranger, id, UUID.randomUUID().toString()).then().statusCode(404);
        stranger.asks()
                .queryParam("number", issued.getString("dossierCode"))
                .get("/officer/certificates")
                .then()
                .statusCode(200)
                .body("items", empty());
        var holder = new OfficerAtDesk(lan.id(), "H26");
        recalls(holder, id, RECALL).then().statusCode(409).body("type", equalTo("/contract/problems.md#own-request"));
        corrects(holder, id, UUID.randomUUID().toString()).then().statusCode(409);
    }

    @Test
    void aWrittenOrderLetsOneOfficerRecallAndStaysWithTheCase() {
        var lan = Cases.somebody();
        var issued = lan.isIssued();
        var officer = OfficerAtDesk.somebody();
        var id = issued.getString("certificateId");
        var order =
                "{\"reason\":\"UNLAWFUL\",\"text\":\"Thi hành quyết định\",\"order\":{\"authority\":\"Tòa án nhân dân"
                        + " Thành phố Hà Nội\",\"number\":\"12/2026/QĐ-TA\",\"date\":\"%s\"}}";

        recalls(officer, id, order.formatted("2999-01-01"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/order/date"));
        recalls(officer, id, order.formatted("2026-01-05"))
                .then()
                .statusCode(200)
                .body("status", equalTo("REVOKED"));

        officer.asks()
                .get("/officer/certificate-requests/" + issued.getString("requestId") + "/history")
                .then()
                .body(
                        "items.find { it.step == 'CERTIFICATE_RECALLED' }.note",
                        org.hamcrest.Matchers.containsString("12/2026/QĐ-TA"));
    }

    @Test
    void whyHasToBeSaid() {
        var id = Cases.somebody().isIssued().getString("certificateId");
        var officer = OfficerAtDesk.somebody();

        recalls(officer, id, "{}").then().statusCode(422);
        recalls(officer, id, "{\"reason\":\"MOOD\",\"text\":\"Vì\"}").then().statusCode(422);
        recalls(officer, id, "{\"reason\":\"UNLAWFUL\",\"text\":\" \"}").then().statusCode(422);
    }

    @Test
    void anOfficerOrdersACorrectionOnce() {
        var lan = Cases.somebody();
        var issued = lan.isIssued();
        var id = issued.getString("certificateId");
        var officer = OfficerAtDesk.somebody();
        var key = UUID.randomUUID().toString();

        var opened = corrects(officer, id, key).then().statusCode(201).extract().<String>path("requestId");
        corrects(officer, id, key).then().statusCode(201).body("requestId", equalTo(opened));
        corrects(officer, id, UUID.randomUUID().toString())
                .then()
                .statusCode(409)
                .body("type", equalTo("/contract/problems.md#correction-under-way"));

        lan.waitsFor(opened, "REFERRED");
        var amending = OfficerAtDesk.somebody();
        amending.claims(opened).then().statusCode(200);
        amending.sends(
                        "{\"applicant\":{\"birthDate\":\"1985-03-18\"},\"source\":{\"authority\":\"UBND phường Ba Đình\","
                                + "\"number\":\"15/KS\",\"date\":\"2026-01-05\"}}")
                .post("/officer/certificate-requests/" + opened + "/amendment")
                .then()
                .statusCode(200);
        amending.decides(opened, "ISSUE").then().statusCode(200);
        OfficerAtDesk.somebody().approves(opened).then().statusCode(200);
        lan.waitsFor(opened, "ISSUED");
        officer.asks()
                .get("/officer/certificate-requests/" + issued.getString("requestId") + "/history")
                .then()
                .body("items.step", hasItems("CORRECTION_ORDERED", "SUPERSEDED"));
        recalls(officer, id, RECALL).then().statusCode(409);
    }

    private static Response recalls(OfficerAtDesk officer, String certificate, String body) {
        return officer.sends(body).post("/officer/certificates/" + certificate + "/revocation");
    }

    private static Response corrects(OfficerAtDesk officer, String certificate, String key) {
        return officer.sends("{\"wrong\":\"Sai ngày sinh\"}")
                .header("Idempotency-Key", key)
                .post("/officer/certificates/" + certificate + "/correction");
    }
}
