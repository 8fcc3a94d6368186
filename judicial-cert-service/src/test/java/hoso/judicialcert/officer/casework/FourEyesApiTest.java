package hoso.judicialcert.officer.casework;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import hoso.chassis.testing.Servers;
import hoso.judicialcert.Citizen;
import hoso.judicialcert.OfficerAtDesk;
import hoso.judicialcert.Partners;
import hoso.judicialcert.Sql;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Partners.class)
@Tag("edge")
class FourEyesApiTest {
    @Inject
    DataSource database;

    @Test
    void whatOneFindsAnotherApprovesSeeingWhy() {
        var lan = Cases.somebody();
        var id = Cases.uncertain(lan);
        var checker = OfficerAtDesk.somebody();
        var approver = OfficerAtDesk.somebody();

        checker.claimsAndDecides(id, "ISSUE").then().statusCode(200).body("status", equalTo("APPROVAL"));

        queue(checker).body("items.requestId", not(hasItem(id)));
        queue(approver).body("items.requestId", hasItem(id));
        approver.opens(id)
                .then()
                .statusCode(200)
                .body("proposal.reason", equalTo("Đã đối chiếu hồ sơ"))
                .body("proposal.verdict", equalTo("ISSUE"));
        refused(checker.approves(id), "same-officer");
        refused(checker.claims(id), "same-officer");
        approver.approves(id).then().statusCode(200).body("status", equalTo("SIGNING"));
        lan.waitsFor(id, "ISSUED");
        refused(approver.approves(id), "already-decided");
    }

    @Test
    void nobodyDecidesOnWhatTheyHaveNotLookedAt() {
        var lan = Cases.somebody();
        var id = Cases.uncertain(lan);
        var checker = OfficerAtDesk.somebody();
        var approver = OfficerAtDesk.somebody();
        var desk = "/officer/certificate-requests/" + id;
        checker.claims(id).then().statusCode(200);

        var looked = checker.looksAt(id);
        comesIn(lan);
        changed(checker.decides(id, "ISSUE", looked));
        changed(checker.decides(id, "ISSUE", "*"));
        checker.decides(id, "ISSUE").then().statusCode(200).body("status", equalTo("APPROVAL"));

        var proposed = approver.looksAt(id);
        comesIn(lan);
        changed(approver.approves(id, proposed));
        changed(approver.sends("{\"note\":\"Không\"}")
                .header("If-Match", proposed)
                .post(desk + "/return"));
        // The second officer has looked at it, the first has not: it is found out anew.
        approver.approves(id).then().statusCode(200).body("status", equalTo("SIGNING"));
        lan.waitsFor(id, "REFERRED");

        checker.sends("{\"decision\":\"ISSUE\",\"reason\":\"Đã xem\"}")
                .post(desk + "/decision")
                .then()
                .statusCode(428);
        approver.asks().post(desk + "/approval").then().statusCode(428);
        approver.sends("{\"note\":\"Không\"}")
                .post(desk + "/return")
                .then()
                .statusCode(428)
                .body("type", equalTo("/contract/problems.md#precondition-required"));
    }

    @Test
    void whatIsSentBackIsFoundOutAnewAndSaysWhy() {
        var id = Cases.uncertain(Cases.somebody());
        var checker = OfficerAtDesk.somebody();
        var approver = OfficerAtDesk.somebody();
        checker.claimsAndDecides(id, "DECLINE").then().statusCode(200);

        approver.sends("{}")
                .header("If-Match", approver.looksAt(id))
                .post("/officer/certificate-requests/" + id + "/return")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/note"));
        approver.sendsBack(id, "Chưa đối chiếu với bản án gốc").then().statusCode(200);

        checker.asks()
                .get("/officer/certificate-requests/" + id + "/history")
                .then()
                .statusCode(200)
                .body("items.step", hasItem("SENT_BACK"))
                .body("items.note", hasItem("Chưa đối chiếu với bản án gốc"));
        checker.claimsAndDecides(id, "ISSUE").then().statusCode(200).body("status", equalTo("APPROVAL"));
        refused(checker.approves(id), "same-officer");
    }

    @Test
    void neitherTheOneItIsAboutNorTheOneWhoAskedHasAPartInIt() throws SQLException {
        var lan = Cases.somebody();
        var id = Cases.uncertain(lan);
        var mother = OfficerAtDesk.somebody();
        Sql.run(database, "update certificate_request set requester = '" + mother.id() + "' where id = '" + id + "'");

        for (var officer : new OfficerAtDesk[] {new OfficerAtDesk(lan.id(), "H26"), mother}) {
            refused(officer.claims(id), "own-request");
            refused(officer.decides(id, "ISSUE"), "own-request");
            officer.opens(id).then().statusCode(404);
            officer.asks()
                    .get("/officer/certificate-requests/" + id + "/history")
                    .then()
                    .statusCode(404);
            officer.asks()
                    .get("/officer/certificate-requests?limit=100")
                    .then()
                    .body("items.requestId", not(hasItem(id)));
        }
        OfficerAtDesk.somebody().claimsAndDecides(id, "ISSUE").then().statusCode(200);
        for (var officer : new OfficerAtDesk[] {new OfficerAtDesk(lan.id(), "H26"), mother}) {
            refused(officer.approves(id), "own-request");
            refused(officer.sendsBack(id, "Không đồng ý"), "own-request");
            queue(officer).body("items.requestId", not(hasItem(id)));
        }
    }

    @Test
    void whatAnotherHasInHandIsNotApprovedOverTheirHead() {
        var id = Cases.onRecord(Cases.somebody());
        OfficerAtDesk.somebody().claimsAndDecides(id, "ISSUE").then().statusCode(200);
        var holder = OfficerAtDesk.somebody();
        holder.claims(id).then().statusCode(200);

        refused(OfficerAtDesk.somebody().approves(id), "held-by-other");
        refused(OfficerAtDesk.somebody().sendsBack(id, "Không"), "held-by-other");
        holder.approves(id).then().statusCode(200);
    }

    @Test
    void anUncertainMatchIsShownSideBySide() {
        var number = UUID.randomUUID().toString().substring(0, 4);
        var hoa = Citizen.of("ĐỖ THỊ SO SÁNH", "1991-02-03");
        Citizen.courtSends("", "Do Thi So Sanh", "1991-02-03", number + "/2019/HSST")
                .then()
                .statusCode(201);
        var request = hoa.requests();
        Citizen.pays(request, 200_000);
        var id = request.getString("requestId");
        hoa.waitsFor(id, "REFERRED");

        OfficerAtDesk.somebody()
                .opens(id)
                .then()
                .statusCode(200)
                .body("candidates[0].comparison.number", equalTo("UNKNOWN"))
                .body("candidates[0].comparison.fullName", equalTo("SAME"))
                .body("candidates[0].comparison.birthDate", equalTo("SAME"));
    }

    private static ValidatableResponse queue(OfficerAtDesk officer) {
        return officer.asks()
                .get("/officer/certificate-requests?status=APPROVAL&limit=100")
                .then()
                .statusCode(200);
    }

    /// A court tells of somebody else who may be the same.
    private static void comesIn(Citizen citizen) {
        Citizen.courtSends(
                        "",
                        citizen.fullName(),
                        citizen.birthDate(),
                        UUID.randomUUID().toString().substring(0, 8))
                .then()
                .statusCode(201);
    }

    private static void changed(io.restassured.response.Response answer) {
        answer.then().statusCode(412).body("type", equalTo("/contract/problems.md#case-changed"));
    }

    private static void refused(io.restassured.response.Response answer, String slug) {
        answer.then().statusCode(409).body("type", equalTo("/contract/problems.md#" + slug));
    }
}
