package hoso.healthrecord.access.emergency;

import hoso.chassis.page.Cursor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// All accesses in emergencies.
interface EmergencyAccesses {

    /// Those of one person to one record, the latest first.
    List<EmergencyAccess> of(UUID record, UUID person);

    void add(EmergencyAccess access);

    void save(EmergencyAccess access);

    /// One, kept from others until the transaction ends.
    Optional<EmergencyAccess> locked(UUID id);

    /// Those of a facility, the first opened first.
    ///
    /// @param isClosed those that an officer closed, or those that wait for one
    List<EmergencyAccess> ofFacility(String facility, boolean isClosed, @Nullable Cursor after, int limit);

    /// Those of a record that were open at a moment.
    default Optional<EmergencyAccess> open(UUID record, UUID person, Instant now) {
        return of(record, person).stream().filter(one -> one.isOpen(now)).findFirst();
    }
}
