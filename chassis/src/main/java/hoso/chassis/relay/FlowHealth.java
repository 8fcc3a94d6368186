package hoso.chassis.relay;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/// Alive means: the thread that keeps facts flowing runs. An engine that is down because the database is away is
/// begun again by that thread; killing the process would not bring the database back.
@Liveness
@ApplicationScoped
class FlowHealth implements HealthCheck {
    private final Relay relay;

    FlowHealth(Relay relay) {
        this.relay = relay;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("outbox-relay")
                .status(!relay.hasEnded())
                .withData("role", relay.role().name())
                .withData("published", relay.published())
                .withData("restarts", relay.restarts())
                .build();
    }
}
