package hoso.judicialcert.money.refund;

import com.fasterxml.jackson.databind.ObjectMapper;
import hoso.chassis.http.Json;
import hoso.chassis.testing.AgainstBadPartners;
import hoso.chassis.testing.Settings;
import hoso.judicialcert.JudicialCertConfig;
import hoso.judicialcert.money.refund.Refund.Answer;
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
class RefundBankClientTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T03:00:00Z"), ZoneOffset.UTC);
    private static final UUID KEY = UUID.fromString("0199aa00-0000-7000-8000-000000000005");

    @Test
    void whateverTheBankDoesAskingForAnOrderEndsAndSaysNothingOfIt() {
        AgainstBadPartners.hold(url -> () -> client(url).ask(KEY), came -> came.value() instanceof Answer.NoAnswer);
    }

    private static RefundBankClient client(URI url) {
        var mapper = new ObjectMapper();
        var config = Settings.of(
                JudicialCertConfig.class,
                Map.of("judicial-cert.refund.bank-url", url.toString(), "judicial-cert.fee.callback-secret", "secret"));
        return new RefundBankClient(new Json(mapper, Duration.ofSeconds(2)), mapper, CLOCK, config);
    }
}
