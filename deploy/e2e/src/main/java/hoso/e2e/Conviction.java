package hoso.e2e;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/// The story of Minh, who has a conviction: what his certificates say, and who decides it.
record Conviction(RunningSystem system, Partners partners, Narration narration) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    void play() {
        narration.step(
                "Minh, who has an unexpunged conviction, requests one too: an officer decides, never the machine",
                "judicial-cert-service");
        var minh = Citizen.loggedIn(system, "minh");
        narration.told("his No. 1 says: " + Reading.line(convicted(minh, "NO_1"), "án tích"));
        narration.step("And No. 2, for himself alone: each judgment as it is in the register", "judicial-cert-service");
        var second = convicted(minh, "NO_2");
        narration.told("his No. 2 says: " + Reading.line(second, "HS-ST"));
        narration.told("               : " + Reading.line(second, "xóa án tích"));
    }

    /// What the certificate says in the end.
    private String convicted(Citizen minh, String kind) {
        var request = minh.requestsCertificate(kind);
        partners.pays(request.path("fee").path("vietQr").asText());
        var id = request.path("requestId").asText();
        var referred = Waiting.until(
                "the referral",
                PATIENCE,
                () -> Optional.of(minh.certificateRequest(id))
                        .filter(found -> found.path("status").asText().equals("REFERRED")));
        narration.told("Minh's case: " + referred.path("statusText").asText());
        var others = minh.get("judicial-cert", "/certificate-requests/" + UUID.randomUUID());
        narration.told("and somebody else's case answers him " + others.status());
        var officers = new Officers(system);
        narration.told("the first officer sees "
                + officers.opens(id).path("judgments").size() + " judgment(s) and finds: "
                + officers.finds(id, "Đã đối chiếu bản án").path("status").asText());
        narration.told("who may not approve it too: " + officers.approvesOwn(id).status());
        narration.told("the second officer approves: "
                + officers.approves(id).path("status").asText());
        return Reading.text(minh.document(minh.certificate(id)));
    }
}
