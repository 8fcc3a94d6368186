package hoso.chassis.activity;

import hoso.chassis.database.Migrations;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// Begins the work of this instance, unless it is passive: migrates the database, then tells [Active].
@Singleton
class Activity {
    private static final Logger LOG = Logger.getLogger(Activity.class);
    private final boolean isPassive;
    private final Migrations migrations;
    private final Event<Active> active;

    /// @param isPassive a passive instance answers requests and does nothing else: no migrations, no relay, no
    ///     listeners, no workers. For training runs and for restore drills beside a service that works.
    Activity(
            @ConfigProperty(name = "hoso.passive", defaultValue = "false") boolean isPassive,
            Migrations migrations,
            Event<Active> active) {
        this.isPassive = isPassive;
        this.migrations = migrations;
        this.active = active;
    }

    void begin(@Observes StartupEvent event) throws InterruptedException {
        if (isPassive) {
            LOG.info(
                    "passive: this instance migrates nothing, relays nothing, listens to nothing and works on nothing");
            return;
        }
        migrations.run();
        active.fire(new Active());
    }
}
