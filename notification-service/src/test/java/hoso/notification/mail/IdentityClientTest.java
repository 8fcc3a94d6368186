package hoso.notification.mail;

import com.fasterxml.jackson.databind.ObjectMapper;
import hoso.chassis.http.Json;
import hoso.chassis.http.PartnerAway;
import hoso.chassis.http.ServiceToken;
import hoso.chassis.testing.AgainstBadPartners;
import hoso.chassis.testing.Settings;
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
    private static final UUID CITIZEN = UUID.fromString("0199aa00-0000-7000-8000-000000000002");

    @Test
    void whateverIdentityServiceDoesAskingForAMailboxEnds() {
        AgainstBadPartners.hold(
                url -> {
                    var json = new Json(new ObjectMapper(), Duration.ofSeconds(2));
                    var token = new ServiceToken(json, CLOCK, url.toString(), "notification", "secret");
                    var config =
                            Settings.of(MailConfig.class, Map.of("notification.mail.identity-url", url.toString()));
                    return () -> new IdentityClient(json, token, config).find(CITIZEN);
                },
                came -> came.fault() instanceof PartnerAway);
    }
}
