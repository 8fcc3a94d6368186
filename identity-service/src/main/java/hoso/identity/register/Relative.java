package hoso.identity.register;

import hoso.chassis.personal.Hidden;

/// Somebody whom a person's entry names as theirs.
public record Relative(Relation relation, String personalNumber) implements Hidden {

    @Override
    public String toString() {
        return Hidden.mask(this);
    }
}
