package hoso.notification.letter;

import com.fasterxml.jackson.databind.ObjectMapper;
import hoso.chassis.http.Json;
import hoso.chassis.http.PartnerAway;
import hoso.chassis.http.ServiceToken;
import hoso.chassis.testing.AgainstBadPartners;
import hoso.chassis.testing.Settings;
import hoso.notification.delivery.Outcome;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("core")
class LetterClientsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T03:00:00Z"), ZoneOffset.UTC);
    private static final UUID ID = UUID.fromString("0199aa00-0000-7000-8000-000000000003");
    private static final Envelope ENVELOPE =
            new Envelope("Nguyễn Thị Lan", "0900000000", "12 Lý Thường Kiệt, Hà Nội", 1, new byte[100_000]);
    private final Json json = new Json(new ObjectMapper(), Duration.ofSeconds(2));

    /// Nobody knows whether the carrier has the letter: it is asked for again with the same key. A redirection is an
    /// answer, and a wrong one.
    @Test
    void whateverTheCarrierDoesOrderingALetterEnds() {
        AgainstBadPartners.hold(
                url -> {
                    var carrier = new CarrierClient(json, config(url));
                    return () -> carrier.order(ID, ENVELOPE);
                },
                came -> new Outcome.Lost("carrier-away").equals(came.value())
                        || new Outcome.Refused("carrier-307").equals(came.value()));
    }

    @Test
    void whateverJudicialCertServiceDoesFetchingADocumentEnds() {
        AgainstBadPartners.hold(
                url -> {
                    var token = new ServiceToken(json, CLOCK, url.toString(), "notification", "secret");
                    var client = new JudicialCertClient(json, token, config(url));
                    return () -> client.envelope(ID);
                },
                came -> came.fault() instanceof PartnerAway);
    }

    private static LetterConfig config(URI url) {
        return Settings.of(
                LetterConfig.class,
                Map.of(
                        "notification.letter.carrier-url", url.toString(),
                        "notification.letter.judicial-cert-url", url.toString()));
    }
}
