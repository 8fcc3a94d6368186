package hoso.judicialcert.officer.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import hoso.chassis.testing.Servers;
import hoso.judicialcert.Citizen;
import hoso.judicialcert.OfficerAtDesk;
import hoso.judicialcert.Partners;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Partners.class)
@Tag("edge")
class RecallRejectionApiTest {
    @Test
    void aRecallThatAnotherOfficerRejectsNeedsTwoOfficersAgain() {
        var issued = Citizen.somebody().isIssued();
        var id = issued.getString("certificateId");
        var first = OfficerAtDesk.somebody();
        var second = OfficerAtDesk.somebody();
        rejects(second, id).then().statusCode(409);
        recalls(first, id).then().statusCode(202);

        rejects(OfficerAtDesk.of("H57"), id).then().statusCode(404);
        rejects(second, id).then().statusCode(200).body("status", equalTo("RECALL_REJECTED"));
        rejects(second, id).then().statusCode(409);

        assertThat(proposals(second)).doesNotContain(id);
        second.asks()
                .get("/officer/certificate-requests/" + issued.getString("requestId") + "/history")
                .then()
                .body("items.find { it.step == 'RECALL_REJECTED' }.note", equalTo("Bản án số 5 còn hiệu lực"));
        // What was rejected is no voice any more: the second officer's word is a first one again, and the first one's
        // the second.
        recalls(second, id).then().statusCode(202);
        assertThat(proposals(first)).contains(id);
        recalls(first, id).then().statusCode(200);
        rejects(second, id).then().statusCode(409);
    }

    @Test
    void whoProposedARecallMayTakeItBack() {
        var id = Citizen.somebody().isIssued().getString("certificateId");
        var first = OfficerAtDesk.somebody();
        recalls(first, id).then().statusCode(202);

        rejects(first, id).then().statusCode(200);

        recalls(OfficerAtDesk.somebody(), id).then().statusCode(202);
    }

    private static Response recalls(OfficerAtDesk officer, String certificate) {
        return officer.sends("{\"reason\":\"WRONG_CONTENT\",\"text\":\"Bản án số 5 đã bị hủy\"}")
                .post("/officer/certificates/" + certificate + "/revocation");
    }

    private static Response rejects(OfficerAtDesk officer, String certificate) {
        return officer.sends("{\"text\":\"Bản án số 5 còn hiệu lực\"}")
                .post("/officer/certificates/" + certificate + "/recall-rejection");
    }

    private static List<String> proposals(OfficerAtDesk officer) {
        return officer.asks()
                .get("/officer/certificates/recall-proposals?limit=100")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.certificateId");
    }
}
