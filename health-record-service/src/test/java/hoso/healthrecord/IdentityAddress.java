package hoso.healthrecord;

import hoso.chassis.testing.FreePort;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/// Points the service at a port where a test may, or may not, run identity-service.
public class IdentityAddress implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of("health-record.identity.url", "http://localhost:" + FreePort.any());
    }

    @Override
    public void stop() {
        // The port was free again from the start.
    }
}
