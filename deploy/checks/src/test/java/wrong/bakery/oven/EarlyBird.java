package wrong.bakery.oven;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;

/// Heats the oven with the process, whether or not anybody wants bread.
class EarlyBird {
    void heat(@Observes StartupEvent event) {}
}
