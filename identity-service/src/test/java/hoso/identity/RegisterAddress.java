package hoso.identity;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;

/// Points the service at a port where a test may, or may not, run a population register.
public class RegisterAddress implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        try (var socket = new ServerSocket(0)) {
            return Map.of(
                    "identity.register.url",
                    "http://localhost:" + socket.getLocalPort(),
                    "identity.register.answer-timeout",
                    "1s");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        // The port was free again from the start.
    }
}
