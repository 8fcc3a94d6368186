package hoso.identity.identification;

import hoso.chassis.id.Ids;
import hoso.chassis.personal.PersonalNumber;
import hoso.identity.citizen.Citizen;
import hoso.identity.citizen.Citizen.Snapshot;
import hoso.identity.citizen.Citizens;
import hoso.identity.register.Doubt;
import hoso.identity.register.RegisteredPerson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/// Finds our name of a person of the population register, or gives them one that stays theirs.
@ApplicationScoped
class IdentifyCitizen {
    private final Citizens citizens;
    private final Ids ids;
    private final Clock clock;

    IdentifyCitizen(Citizens citizens, Ids ids, Clock clock) {
        this.citizens = citizens;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    Citizen identify(PersonalNumber number, RegisteredPerson person) {
        return citizens.findForChange(number).orElseGet(() -> {
            var now = clock.instant();
            var citizen = Citizen.identified(ids.next(), new Snapshot(person, Doubt.about(number, person), now), now);
            citizens.add(citizen, number);
            return citizen;
        });
    }
}
