package hoso.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/// The two officers of Hà Nội: one finds, the other approves.
final class Officers {
    private final Citizen officer;
    private final Citizen approver;

    Officers(RunningSystem system) {
        this.officer = Citizen.loggedIn(system, "officer");
        this.approver = Citizen.loggedIn(system, "approver");
    }

    /// The case beside the register.
    JsonNode opens(String request) {
        return looks(officer, request).expect(200).json();
    }

    /// The first officer finds that the certificate is to be issued.
    JsonNode finds(String request, String reason) {
        officer.post("judicial-cert", "/officer/certificate-requests/" + request + "/claim", Map.of())
                .expect(200);
        return onWhatIsSeen(officer, request, "decision", Map.of("decision", "ISSUE", "reason", reason))
                .expect(200)
                .json();
    }

    /// The first officer tries to approve what they found themselves.
    Http.Reply approvesOwn(String request) {
        return onWhatIsSeen(officer, request, "approval", Map.of());
    }

    /// The second officer approves.
    JsonNode approves(String request) {
        return onWhatIsSeen(approver, request, "approval", Map.of()).expect(200).json();
    }

    /// An officer grants or declines a fee waiver.
    JsonNode decidesWaiver(String request, String decision, String reason) {
        officer.post("judicial-cert", "/officer/certificate-requests/" + request + "/claim", Map.of())
                .expect(200);
        return officer.post(
                        "judicial-cert",
                        "/officer/waivers/" + request + "/decision",
                        Map.of("decision", decision, "reason", reason))
                .expect(200)
                .json();
    }

    /// Looks at the case and does something on the strength of it.
    private static Http.Reply onWhatIsSeen(Citizen officer, String request, String deed, Object body) {
        var seen = looks(officer, request).expect(200).header("ETag");
        return officer.postIfMatch(
                "judicial-cert", "/officer/certificate-requests/" + request + "/" + deed, body, seen);
    }

    private static Http.Reply looks(Citizen officer, String request) {
        return officer.get("judicial-cert", "/officer/certificate-requests/" + request);
    }

    /// One officer finds that a certificate is to be recalled, and the other finds so, too.
    JsonNode revokes(String certificate, String reason) {
        revokes(officer, certificate, reason).expect(202);
        return revokes(approver, certificate, reason).expect(200).json();
    }

    private static Http.Reply revokes(Citizen officer, String certificate, String reason) {
        return officer.post(
                "judicial-cert",
                "/officer/certificates/" + certificate + "/revocation",
                Map.of("reason", reason, "text", "Phát hiện sai sót khi rà soát"));
    }
}
