package hoso.identity.citizen;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import hoso.chassis.personal.Sensitive;

/// What a citizen is told about themselves: the register's entry, the account's level and the contact points.
record CitizenAnswer(@JsonUnwrapped PersonAnswer person, ContactPointsJson contactPoints) implements Sensitive {

    static CitizenAnswer of(Citizen citizen) {
        return new CitizenAnswer(
                PersonAnswer.of(citizen, citizen.snapshot().person()), ContactPointsJson.of(citizen.contactPoints()));
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
