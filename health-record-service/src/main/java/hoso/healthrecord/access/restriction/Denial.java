package hoso.healthrecord.access.restriction;

import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;

/// What the owner of a record keeps from others, until it is taken back.
///
/// @param value of `FILED_BY` and `READ_BY` the code of a facility, of `KIND` a [DataKind], of `VISIT` its id
/// @param inEmergency does it hold in an emergency too?
public record Denial(UUID id, Target target, String value, boolean inEmergency, Instant at) {

    private static final Pattern FACILITY = Pattern.compile("[0-9]{2}[0-9A-Z]{3}");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

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

    /// Can this be denied?
    static boolean isValid(Target target, String value) {
        return switch (target) {
            case FILED_BY, READ_BY -> FACILITY.matcher(value).matches();
            case KIND -> DataKind.ALL.stream().anyMatch(kind -> kind.name().equals(value));
            case VISIT -> ID.matcher(value).matches();
        };
    }
}
