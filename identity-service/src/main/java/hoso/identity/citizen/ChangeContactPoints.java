package hoso.identity.citizen;

import hoso.chassis.event.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/// Lets a citizen say where they want to be reached.
@ApplicationScoped
class ChangeContactPoints {
    private final Citizens citizens;
    private final Outbox outbox;
    private final Clock clock;

    ChangeContactPoints(Citizens citizens, Outbox outbox, Clock clock) {
        this.citizens = citizens;
        this.outbox = outbox;
        this.clock = clock;
    }

    sealed interface Decision {
        record Changed(Citizen citizen) implements Decision {}

        record NoSuchCitizen() implements Decision {}

        /// Somebody changed them since the caller last looked.
        record Outdated(long version) implements Decision {}
    }

    @Transactional
    Decision change(UUID citizenId, long basedOn, ContactPoints wanted) {
        var found = citizens.findForChange(citizenId);
        if (found.isEmpty()) {
            return new Decision.NoSuchCitizen();
        }
        var citizen = found.get();
        if (citizen.version() != basedOn) {
            return new Decision.Outdated(citizen.version());
        }
        var change = citizen.changeContactPoints(wanted, clock.instant());
        citizens.save(change.citizen());
        change.events().forEach(event -> outbox.append(CitizenEvents.of(event)));
        return new Decision.Changed(change.citizen());
    }
}
