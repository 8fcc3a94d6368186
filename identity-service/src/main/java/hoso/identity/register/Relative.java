package hoso.identity.register;

import hoso.chassis.personal.Sensitive;

/// Somebody whom a person's entry names as theirs.
public record Relative(Relation relation, String personalNumber) implements Sensitive {

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
