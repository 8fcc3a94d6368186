package hoso.notification;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;

/// Points the service at two ports where a test may, or may not, run its partners and its mail server.
public class PartnerAddresses implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        try (var partners = new ServerSocket(0);
                var mail = new ServerSocket(0)) {
            var url = "http://localhost:" + partners.getLocalPort();
            return Map.of(
                    "notification.mail.identity-url", url,
                    "notification.letter.judicial-cert-url", url,
                    "notification.letter.carrier-url", url,
                    "notification.mail.host", "localhost",
                    "notification.mail.port", Integer.toString(mail.getLocalPort()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        // The ports were free again from the start.
    }
}
