package hoso.identity.identification;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import hoso.chassis.personal.Sensitive;
import hoso.identity.citizen.PersonAnswer;
import hoso.identity.register.Relation;

/// What a citizen is told about somebody who is theirs, as the register said just now.
record DependantAnswer(@JsonUnwrapped PersonAnswer person, Relation relation) implements Sensitive {

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
