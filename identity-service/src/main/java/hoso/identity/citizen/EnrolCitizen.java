package hoso.identity.citizen;

import hoso.chassis.event.Outbox;
import hoso.chassis.id.Ids;
import hoso.chassis.personal.PersonalNumber;
import hoso.identity.citizen.Citizen.Change;
import hoso.identity.citizen.Citizen.Snapshot;
import hoso.identity.register.Doubt;
import hoso.identity.register.RegisteredPerson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/// Gives a person of the population register an account, or finds the one they have. Who was identified before keeps
/// the same id: what was filed for them is theirs.
@ApplicationScoped
class EnrolCitizen {
    private final Citizens citizens;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    EnrolCitizen(Citizens citizens, Outbox outbox, Ids ids, Clock clock) {
        this.citizens = citizens;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /// The account, and whether it is new.
    record Enrolled(Citizen citizen, boolean isNew) {}

    @Transactional
    Enrolled enrol(PersonalNumber number, RegisteredPerson person, AccountLevel level, ContactPoints contactPoints) {
        var now = clock.instant();
        var snapshot = new Snapshot(person, Doubt.about(number, person), now);
        var known = citizens.findForChange(number);
        if (known.isPresent()) {
            var change = known.get().enrolAgain(level, snapshot, contactPoints, now);
            citizens.save(change.citizen());
            return new Enrolled(published(change), !known.get().hasAccount());
        }
        var change = Citizen.enrol(ids.next(), level, snapshot, contactPoints, now);
        citizens.add(change.citizen(), number);
        return new Enrolled(published(change), true);
    }

    private Citizen published(Change change) {
        change.events().forEach(event -> outbox.append(CitizenEvents.of(event)));
        return change.citizen();
    }
}
