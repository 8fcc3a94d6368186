package hoso.chassis.database;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jboss.logging.Logger;

/// Migrates the service's database at its start, on connections beside the pool: a migration may take as long as it
/// needs, which no request may.
///
/// A migration that waits for a lock keeps everybody waiting who comes after it. So it waits shorter for one than
/// requests do (`quarkus.flyway.init-sql`), steps back, and tries again: an open reader delays the start, it does not
/// end it, and nobody else notices.
@Singleton
public class Migrations {
    private static final Logger LOG = Logger.getLogger(Migrations.class);

    /// SQLSTATE lock_not_available.
    private static final String LOCKED = "55P03";

    /// How patient the start is with whoever uses a table that is to be changed.
    @ConfigMapping(prefix = "hoso.migrations")
    interface Settings {

        /// How long the start tries. The start probe of Kubernetes is longer.
        @WithDefault("10m")
        Duration patience();

        /// Pause before the next attempt: others use the table in it.
        @WithDefault("2s")
        Duration pause();
    }

    private final Flyway flyway;
    private final Settings settings;

    Migrations(Flyway flyway, Settings settings) {
        this.flyway = flyway;
        this.settings = settings;
    }

    /// Brings the database to this release.
    ///
    /// @throws FlywayException when a migration fails, or a table stays in use for longer than the patience; the
    ///     migration at hand is rolled back, those before it stay
    public void run() throws InterruptedException {
        run(flyway);
    }

    void run(Flyway flyway) throws InterruptedException {
        var begin = System.nanoTime();
        while (true) {
            try {
                flyway.migrate();
                return;
            } catch (FlywayException e) {
                if (!isLocked(e)
                        || System.nanoTime() - begin > settings.patience().toNanos()) {
                    throw e;
                }
                LOG.warn("a migration waits: what it changes is in use; it is tried again");
                Thread.sleep(settings.pause());
            }
        }
    }

    private static boolean isLocked(Throwable fault) {
        for (var cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && LOCKED.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
