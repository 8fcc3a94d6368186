package hoso.chassis.work;

import io.smallrye.health.api.Wellness;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/// Tells operators which items do not get done, and why. It is a question of being well (`/q/health/well`), not of
/// being ready: everything else goes on.
@Wellness
@Singleton
class StuckHealth implements HealthCheck {
    private final StuckWatch watch;

    StuckHealth(StuckWatch watch) {
        this.watch = watch;
    }

    @Override
    public HealthCheckResponse call() {
        var stuck = watch.latest();
        var response = HealthCheckResponse.named("stuck-items").status(stuck.isEmpty());
        stuck.forEach(
                one -> response.withData(one.worker(), one.items() + " since " + one.oldest() + ": " + one.reason()));
        return response.build();
    }
}
