package hoso.healthrecord.access.journal;

import java.time.Instant;
import java.util.UUID;

/// The facilities that were shown something of a record.
interface AccessFacilities {

    /// Writes a facility down.
    ///
    /// @return was it shown nothing before?
    boolean isFirst(UUID record, String facility, Instant now);
}
