package hoso.notification;

import hoso.chassis.testing.FreePort;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/// Points the service at two ports where a test may, or may not, run its partners and its mail server.
public class PartnerAddresses implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        var url = "http://localhost:" + FreePort.any();
        return Map.of(
                "notification.mail.identity-url", url,
                "notification.letter.judicial-cert-url", url,
                "notification.letter.carrier-url", url,
                "notification.mail.host", "localhost",
                "notification.mail.port", Integer.toString(FreePort.any()));
    }

    @Override
    public void stop() {
        // The ports were free again from the start.
    }
}
