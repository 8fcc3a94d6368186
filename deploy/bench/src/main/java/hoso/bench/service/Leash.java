package hoso.bench.service;

import hoso.bench.parts.Lifeline;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Ends the service when the program that measures is gone.
@Singleton
class Leash {
    private final boolean isHeld;

    Leash(@ConfigProperty(name = "bench.lifeline") boolean isHeld) {
        this.isHeld = isHeld;
    }

    void hold(@Observes StartupEvent event) {
        if (isHeld) {
            Lifeline.hold();
        }
    }
}
