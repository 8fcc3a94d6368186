package hoso.healthrecord.access.restriction;

import java.time.Instant;
import java.util.UUID;

/// What the owner of a record keeps from others, until it is taken back.
///
/// @param value of `FILED_BY` and `READ_BY` the code of a facility, of `KIND` a [DataKind], of `VISIT` its id
/// @param inEmergency does it hold in an emergency too?
public record Denial(UUID id, Target target, String value, boolean inEmergency, Instant at) {

    /// What is denied.
    public enum Target {
        /// All that this facility filed.
        FILED_BY,
        /// A kind of data, whoever filed it.
        KIND,
        /// One visit.
        VISIT,
        /// Everything, to this facility.
        READ_BY
    }
}
