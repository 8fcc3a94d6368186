package hoso.identity.citizen;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import hoso.chassis.personal.Hidden;

/// What a citizen is told about themselves: the register's entry, the account's level and the contact points.
record CitizenAnswer(@JsonUnwrapped PersonAnswer person, ContactPointsWire contactPoints) implements Hidden {

    static CitizenAnswer of(Citizen citizen) {
        return new CitizenAnswer(
                PersonAnswer.of(citizen, citizen.snapshot().person()), ContactPointsWire.of(citizen.contactPoints()));
    }

    @Override
    public String toString() {
        return Hidden.mask(this);
    }
}
