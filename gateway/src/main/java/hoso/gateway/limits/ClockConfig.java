package hoso.gateway.limits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/// Time is asked for, never read: a test can give its own.
@ApplicationScoped
class ClockConfig {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }
}
