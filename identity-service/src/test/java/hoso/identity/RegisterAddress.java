package hoso.identity;

import hoso.chassis.testing.FreePort;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/// Points the service at a port where a test may, or may not, run a population register.
public class RegisterAddress implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of(
                "identity.register.url",
                "http://localhost:" + FreePort.any(),
                "identity.register.answer-timeout",
                "1s");
    }

    @Override
    public void stop() {
        // The port was free again from the start.
    }
}
