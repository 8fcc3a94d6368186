package hoso.chassis.database;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/// Of several instances that start at once one migrates and the others wait for it: as long as a migration may take,
/// not for the 50 s after which Flyway gives up by itself. The lock is free when the connection of its holder is
/// gone.
@Singleton
class MigrationLock implements FlywayConfigurationCustomizer {
    /// One attempt a second.
    private static final int ATTEMPTS = 600;

    @Override
    public void customize(FluentConfiguration configuration) {
        configuration.lockRetryCount(ATTEMPTS);
    }
}
