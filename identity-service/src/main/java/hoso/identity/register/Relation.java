package hoso.identity.register;

import java.util.Optional;
import java.util.stream.Stream;

/// What somebody is to a person: whom one may request a certificate for without a power of attorney (Decree 216/2026,
/// Art. 22.2).
public enum Relation {
    CHILD,

    /// Under the person's guardianship (Civil Code 2015, Art. 47).
    WARD,
    SPOUSE,
    PARENT;

    /// By its name. There are more kinds of relations than anybody here asks for.
    public static Optional<Relation> of(String name) {
        return Stream.of(values()).filter(known -> known.name().equals(name)).findFirst();
    }
}
