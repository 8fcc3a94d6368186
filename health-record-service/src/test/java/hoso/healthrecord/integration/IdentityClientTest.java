package hoso.healthrecord.integration;

import com.fasterxml.jackson.databind.ObjectMapper;
import hoso.chassis.http.Json;
import hoso.chassis.http.PartnerAway;
import hoso.chassis.testing.AgainstBadPartners;
import hoso.chassis.testing.Settings;
import hoso.healthrecord.person.Numbers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("core")
class IdentityClientTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T03:00:00Z"), ZoneOffset.UTC);
    private static final UUID CITIZEN = UUID.fromString("0199aa00-0000-7000-8000-000000000004");

    @Test
    void whateverIdentityServiceDoesAskingWhoTheCallerIsEnds() {
        AgainstBadPartners.hold(
                url -> {
                    var client = new IdentityClient(
                            new Json(new ObjectMapper(), Duration.ofSeconds(2)),
                            Settings.of(IdentityConfig.class, Map.of("health-record.identity.url", url.toString())),
                            Numbers.reading(CLOCK));
                    return () -> client.vouch(CITIZEN, "token");
                },
                came -> came.fault() instanceof PartnerAway);
    }
}
