package hoso.check.access;

import com.fasterxml.jackson.databind.JsonNode;
import hoso.e2e.Http;
import hoso.e2e.RunningSystem;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What belongs to a health record that others may read: a consent, a denial, an emergency, for each side.
final class HealthWorld {
    private final RunningSystem system;
    private final Map<String, Actor> actors;

    /// Where an id is kept.
    interface Keeper {
        void keep(Thing thing, Side side, String id);
    }

    HealthWorld(RunningSystem system, Map<String, Actor> actors) {
        this.system = system;
        this.actors = actors;
    }

    /// Makes them as their owners make them.
    void make(Side side, String citizen, String doctor, String number, Keeper keeper) {
        post("/records/me/integration", citizen, Map.of());
        var consent = post("/record-access/consents", doctor, Map.of("personalNumber", number, "terms", terms()))
                .path("consentId")
                .asText();
        keeper.keep(Thing.ASKED_CONSENT, side, consent);
        keeper.keep(Thing.RECORD_CONSENT, side, consent);
        post("/records/me/consents/" + consent + "/grant", citizen, Map.of());
        var denial = post("/records/me/denials", citizen, Map.of("target", "KIND", "value", "NOTE"));
        keeper.keep(Thing.DENIAL, side, denial.path("denialId").asText());
        var emergency = post(
                        "/record-access/emergencies",
                        doctor,
                        Map.of(
                                "personalNumber",
                                number,
                                "reason",
                                "UNCONSCIOUS",
                                "explanation",
                                "Kiểm thử quyền truy cập trong trường hợp cấp cứu"))
                .path("accessId")
                .asText();
        keeper.keep(Thing.EMERGENCY, side, emergency);
        keeper.keep(Thing.EMERGENCY_CASE, side, emergency);
    }

    private static Map<String, Object> terms() {
        var until = Instant.now().plus(Duration.ofHours(2)).toString();
        return Map.of(
                "purpose",
                "TREATMENT",
                "kinds",
                List.of("DIAGNOSIS", "MEDICATION", "RESULT"),
                "validUntil",
                until,
                "eraseAt",
                until);
    }

    private JsonNode post(String path, String who, Object body) {
        var headers =
                new HashMap<>(Optional.ofNullable(actors.get(who)).orElseThrow().headers());
        headers.put("Content-Type", "application/json");
        headers.put("Idempotency-Key", UUID.randomUUID().toString());
        return Http.post(system.url("health-record-service") + path, headers, Http.bytes(body))
                .expect(200, 201)
                .json();
    }
}
