package hoso.check.access;

import com.fasterxml.jackson.databind.JsonNode;
import hoso.e2e.Citizen;
import hoso.e2e.Http;
import hoso.e2e.Partners;
import hoso.e2e.RunningSystem;
import hoso.e2e.Waiting;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// One of each thing for each side, made the way their owners make them.
final class World {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final byte[] SCAN =
            "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
                    .getBytes(StandardCharsets.US_ASCII);
    private final RunningSystem system;
    private final Map<String, Actor> actors = new HashMap<>();
    private final Map<Kept, String> ids = new HashMap<>();

    private record Kept(Thing thing, Side side) {}

    World(RunningSystem system, List<Actor> actors) {
        this.system = system;
        actors.forEach(actor -> this.actors.put(actor.name(), actor));
        // Both are on their way before either is waited for.
        var one = requested(Side.ONE);
        var other = requested(Side.OTHER);
        people(Side.ONE, one);
        people(Side.OTHER, other);
        organisations(Side.ONE);
        organisations(Side.OTHER);
        var health = new HealthWorld(system, this.actors);
        health.make(Side.ONE, citizen(Side.ONE), "check-doctor with passcode", "003174001008", this::keep);
        health.make(Side.OTHER, citizen(Side.OTHER), "check-doctor-two with passcode", "003186001012", this::keep);
    }

    Optional<String> id(Thing thing, Side side) {
        return Optional.ofNullable(ids.get(new Kept(thing, side)));
    }

    private void keep(Thing thing, Side side, String id) {
        if (id.isBlank()) {
            throw new IllegalStateException("no " + thing + " for " + side);
        }
        ids.put(new Kept(thing, side), id);
    }

    private static String citizen(Side side) {
        return (side == Side.ONE ? Cast.ONE : Cast.OTHER) + " with passcode";
    }

    private String requested(Side side) {
        var request = post("/certificate-requests", citizen(side), Citizen.certificateRequest(false));
        new Partners(system).pays(request.path("fee").path("vietQr").asText());
        return request.path("requestId").asText();
    }

    private void people(Side side, String request) {
        var who = citizen(side);
        keep(Thing.REQUEST, side, request);
        keep(Thing.CASE, side, request);
        keep(Thing.CITIZEN, side, me(who));
        var certificate = Waiting.until(
                "the certificate of " + who,
                PATIENCE,
                () -> Optional.of(get("/certificate-requests/" + request, who).path("certificateId"))
                        .filter(JsonNode::isTextual)
                        .map(JsonNode::asText));
        keep(Thing.CERTIFICATE, side, certificate);
        keep(Thing.OFFICES_CERTIFICATE, side, certificate);
        keep(Thing.ANYONES_CERTIFICATE, side, certificate);
        keep(Thing.SHOWN_CERTIFICATE, side, certificate);
        keep(
                Thing.EVIDENCE,
                side,
                post("/evidence", who, "application/pdf", SCAN)
                        .path("evidenceId")
                        .asText());
        keep(
                Thing.DRAFT,
                side,
                post("/certificate-request-drafts", who, Map.of("purpose", "Kiểm thử"))
                        .path("draftId")
                        .asText());
        var share = Map.of("certificateId", certificate, "purpose", "Tuyển dụng", "recipient", "Công ty Mẫu");
        keep(
                Thing.SHARE,
                side,
                post("/certificate-shares", who, share).path("shareId").asText());
        keep(Thing.CONSENT, side, consent(who, certificate).path("consentId").asText());
    }

    private String me(String who) {
        return Http.get(
                        system.url("identity-service") + "/citizens/me",
                        actor(who).headers())
                .expect(200)
                .json()
                .path("citizenId")
                .asText();
    }

    private JsonNode consent(String who, String certificate) {
        var version = get("/recheck-consents/text", who).path("textVersion").asText();
        return post(
                "/recheck-consents",
                who,
                Map.of(
                        "certificateId",
                        certificate,
                        "recipient",
                        "Công ty Mẫu",
                        "purpose",
                        "Tuyển dụng",
                        "until",
                        Instant.now().plus(Duration.ofDays(30)).toString(),
                        "textVersion",
                        version,
                        "agreed",
                        true));
    }

    private void organisations(Side side) {
        var isOne = side == Side.ONE;
        var rows = Map.of("rows", List.of(Map.of("sha256", "f".repeat(64))));
        var verifier = isOne ? "employer-mau" : "check-verifier";
        keep(
                Thing.JOB,
                side,
                post("/verification-jobs", verifier, rows).path("jobId").asText());
        var person = isOne
                ? Map.of("personalNumber", "003174001008", "fullName", "VÕ THỊ MỸ DUYÊN", "birthDate", "1974-09-01")
                : Map.of("personalNumber", "003186001012", "fullName", "HỒ THỊ PHƯƠNG THẢO", "birthDate", "1986-01-01");
        var code = "CHECK-" + UUID.randomUUID();
        var dossier = Map.of(
                "portalCode", code, "person", person, "capacity", "SELF", "form", Citizen.certificateRequest(false));
        post("/portal/certificate-requests", isOne ? "national-portal" : "check-portal", dossier);
        keep(Thing.PORTAL_REQUEST, side, code);
        var question = Map.of(
                "person", person,
                "kind", "NO_1",
                "purpose", "Bổ nhiệm viên chức",
                "banInformation", false,
                "legalBasis", "L28-2009/7.2",
                "procedure", "3.000331",
                "officerId", "CB-0017");
        keep(
                Thing.AGENCY_REQUEST,
                side,
                post("/agency/certificate-requests", isOne ? "agency-social-insurance" : "check-agency", question)
                        .path("requestId")
                        .asText());
        keep(Thing.JUDGMENT, side, judgment(isOne));
    }

    /// Of somebody who has no account, so that nobody's certificate waits for an officer.
    private String judgment(boolean isOne) {
        var court = isOne ? "Tòa án nhân dân Thành phố Hà Nội" : "Tòa án nhân dân Thành phố Đà Nẵng";
        var judgment = Map.of(
                "number",
                UUID.randomUUID() + "/2025/HS-ST",
                "sentencedOn",
                "2025-04-22",
                "court",
                court,
                "person",
                Map.of("personalNumber", "003099000999", "fullName", "NGUYỄN VĂN KIỂM", "birthDate", "1990-01-01"),
                "offence",
                "Trộm cắp tài sản",
                "articles",
                "Điều 173 khoản 1",
                "penalty",
                "06 tháng tù");
        return post("/judgments", isOne ? "court-hanoi" : "check-court", judgment)
                .path("judgmentId")
                .asText();
    }

    private JsonNode get(String path, String who) {
        return Http.get(system.url("judicial-cert-service") + path, actor(who).headers())
                .expect(200)
                .json();
    }

    private JsonNode post(String path, String who, Object body) {
        return post(path, who, "application/json", Http.bytes(body));
    }

    private JsonNode post(String path, String who, String type, byte[] body) {
        var headers = new HashMap<>(actor(who).headers());
        headers.put("Content-Type", type);
        headers.put("Idempotency-Key", UUID.randomUUID().toString());
        return Http.post(system.url("judicial-cert-service") + path, headers, body)
                .expect(200, 201, 202)
                .json();
    }

    private Actor actor(String name) {
        return Optional.ofNullable(actors.get(name)).orElseThrow();
    }
}
