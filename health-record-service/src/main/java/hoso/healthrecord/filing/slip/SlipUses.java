package hoso.healthrecord.filing.slip;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// The slips that were used. Each is used once, however many ask at the same time.
interface SlipUses {

    /// Who used a slip, and when.
    record Use(String facility, Instant at) {}

    Optional<Use> of(UUID record, Slip slip);

    /// Uses a slip up.
    ///
    /// @return was it this caller who did?
    boolean use(UUID record, Slip slip, Use use);
}
