package hoso.chassis.event;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/// Alive means: every listener's thread runs. One that is waiting for Kafka or the database runs, too.
@Liveness
@ApplicationScoped
class ListenersHealth implements HealthCheck {
    private final Listeners listeners;

    ListenersHealth(Listeners listeners) {
        this.listeners = listeners;
    }

    @Override
    public HealthCheckResponse call() {
        var ended = listeners.ended();
        return HealthCheckResponse.named("listeners")
                .status(ended.isEmpty())
                .withData("ended", String.join(",", ended))
                .build();
    }
}
