package hoso.gateway.routes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/// Randomness is asked for, never read: a test can give its own.
@ApplicationScoped
class RandomConfig {

    @Produces
    @Singleton
    RandomGenerator random() {
        return new SecureRandom();
    }
}
