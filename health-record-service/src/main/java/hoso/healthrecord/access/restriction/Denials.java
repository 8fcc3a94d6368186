package hoso.healthrecord.access.restriction;

import java.util.List;
import java.util.UUID;

/// What the owners of records keep from others.
public interface Denials {

    /// All that are in force for a record, the latest first.
    List<Denial> of(UUID record);

    /// Puts one in force.
    void add(UUID record, Denial denial);

    /// Takes one out of force.
    ///
    /// @return was it there?
    boolean remove(UUID record, UUID denial);
}
