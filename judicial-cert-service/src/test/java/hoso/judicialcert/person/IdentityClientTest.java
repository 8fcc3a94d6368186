package hoso.judicialcert.person;

import com.fasterxml.jackson.databind.ObjectMapper;
import hoso.chassis.http.Json;
import hoso.chassis.http.PartnerAway;
import hoso.chassis.http.ServiceToken;
import hoso.chassis.testing.AgainstBadPartners;
import hoso.chassis.testing.Settings;
import hoso.judicialcert.JudicialCertConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("core")
class IdentityClientTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T03:00:00Z"), ZoneOffset.UTC);

    @Test
    void whateverIdentityServiceDoesAskingWhoTheCallerIsEnds() {
        AgainstBadPartners.hold(
                url -> {
                    var json = new Json(new ObjectMapper(), Duration.ofSeconds(2));
                    var token = new ServiceToken(json, CLOCK, url.toString(), "judicial-cert", "secret");
                    var config =
                            Settings.of(JudicialCertConfig.class, Map.of("judicial-cert.identity-url", url.toString()));
                    return () -> new IdentityClient(json, token, config).whoHas("token");
                },
                came -> came.fault() instanceof PartnerAway);
    }
}
