package hoso.judicialcert.person;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.sun.net.httpserver.HttpServer;
import hoso.chassis.http.Json;
import hoso.chassis.http.PartnerAway;
import hoso.chassis.http.ServiceToken;
import hoso.chassis.testing.AgainstBadPartners;
import hoso.chassis.testing.Settings;
import hoso.judicialcert.JudicialCertConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
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

    @Test
    void thePersonAndTheLevelOfTheirAccountAreReadFromOneAnswer() throws IOException {
        var partner = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        partner.createContext("/citizens/me", exchange -> {
            var body = """
                    {"citizenId": "00000000-0000-0001-0000-000000000001", "personalNumber": "003185000017",
                     "fullName": "NGUYỄN THỊ THỬ", "birthDate": "1985-03-17", "sex": "FEMALE", "nationality": "Việt Nam",
                     "spouseName": "TRẦN VĂN THỬ", "accountLevel": 2, "digitalCitizen": true, "contactPoints": {}}
                    """.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        partner.start();
        try {
            var url = "http://localhost:" + partner.getAddress().getPort();
            var json = new Json(new ObjectMapper().registerModule(new JavaTimeModule()), Duration.ofSeconds(20));

            var vouched = new IdentityClient(
                            json,
                            new ServiceToken(json, CLOCK, url, "judicial-cert", "secret"),
                            Settings.of(JudicialCertConfig.class, Map.of("judicial-cert.identity-url", url)))
                    .whoHas("token");

            assertThat(vouched.citizen()).isEqualTo(new CitizenId(new UUID(1, 1)));
            assertThat(vouched.applicant().personalNumber()).isEqualTo("003185000017");
            assertThat(vouched.applicant().spouseName()).isEqualTo("TRẦN VĂN THỬ");
            assertThat(vouched.applicant().accountLevel()).isEqualTo(2);
            assertThat(vouched.applicant().digitalCitizen()).isTrue();
        } finally {
            partner.stop(0);
        }
    }
}
