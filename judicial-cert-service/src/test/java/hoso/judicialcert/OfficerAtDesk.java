package hoso.judicialcert;

import static io.restassured.RestAssured.given;

import hoso.chassis.testing.Tokens;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/// An officer at the desk: what they do with a case as sentences.
public record OfficerAtDesk(UUID id, String agency) {

    /// Somebody at the Hà Nội police.
    public static OfficerAtDesk somebody() {
        return of("H26");
    }

    public static OfficerAtDesk of(String agency) {
        return new OfficerAtDesk(UUID.randomUUID(), agency);
    }

    public RequestSpecification asks() {
        return given().auth().oauth2(Tokens.staff(id, "judicial-officer", agency));
    }

    public RequestSpecification sends(String body) {
        return asks().contentType("application/json").body(body);
    }

    public Response opens(String request) {
        return asks().get("/officer/certificate-requests/" + request);
    }

    public Response claims(String request) {
        return asks().post("/officer/certificate-requests/" + request + "/claim");
    }

    public Response releases(String request) {
        return asks().post("/officer/certificate-requests/" + request + "/release");
    }

    /// What the officer who looks at a case now gives back with a decision; no tag of anything where it is not shown.
    public String looksAt(String request) {
        var tag = opens(request).header("ETag");
        return tag == null ? "\"nothing\"" : tag;
    }

    /// Looks at the case and decides it.
    public Response decides(String request, String decision) {
        return decides(request, decision, looksAt(request));
    }

    public Response decides(String request, String decision, String looked) {
        return sends("{\"decision\":\"" + decision + "\",\"reason\":\"Đã đối chiếu hồ sơ\"}")
                .header("If-Match", looked)
                .post("/officer/certificate-requests/" + request + "/decision");
    }

    /// Takes the case and decides it.
    public Response claimsAndDecides(String request, String decision) {
        claims(request).then().statusCode(200);
        return decides(request, decision);
    }

    /// Looks at the case and approves what was found.
    public Response approves(String request) {
        return approves(request, looksAt(request));
    }

    public Response approves(String request, String looked) {
        return asks().header("If-Match", looked).post("/officer/certificate-requests/" + request + "/approval");
    }

    public Response sendsBack(String request, String note) {
        return sends("{\"note\":\"" + note + "\"}")
                .header("If-Match", looksAt(request))
                .post("/officer/certificate-requests/" + request + "/return");
    }
}
