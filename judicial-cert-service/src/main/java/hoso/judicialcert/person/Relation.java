package hoso.judicialcert.person;

import hoso.judicialcert.law.Capacity;

/// What a person is to the one who asks for them.
public enum Relation {
    CHILD,
    WARD,
    SPOUSE,
    PARENT;

    /// In what capacity one asks for such a person.
    public Capacity capacity() {
        return switch (this) {
            case CHILD -> Capacity.PARENT;
            case WARD -> Capacity.GUARDIAN;
            case SPOUSE, PARENT -> Capacity.RELATIVE;
        };
    }
}
