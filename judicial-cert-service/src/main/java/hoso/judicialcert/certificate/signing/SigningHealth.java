package hoso.judicialcert.certificate.signing;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.health.api.Wellness;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/// Tells operators how signing stood when it was last tried, which the issuance log does every hour at least. It is a
/// question of being well (`/q/health/well`), not of being ready: without a key citizens go on asking, and cases wait.
@Wellness
@Singleton
class SigningHealth implements HealthCheck {
    private final KeyGenerations keys;

    SigningHealth(KeyGenerations keys, MeterRegistry meters) {
        this.keys = keys;
        meters.gauge(
                "judicial_cert_signing_away",
                keys,
                signing -> signing.state().trouble().isEmpty() ? 0 : 1);
    }

    @Override
    public HealthCheckResponse call() {
        var state = keys.state();
        return HealthCheckResponse.named("signing")
                .status(state.trouble().isEmpty())
                .withData("generation", state.generation())
                .withData("trouble", state.trouble())
                .withData("since", state.since().toString())
                .build();
    }
}
