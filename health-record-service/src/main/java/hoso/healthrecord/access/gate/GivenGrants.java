package hoso.healthrecord.access.gate;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Grants that are kept beside the journal: consents, emergencies, guardianships.
public interface GivenGrants {

    /// Keeps a grant, in the transaction at hand. One that is kept already stays as it is.
    void give(Grant grant);

    /// Ends a grant that has not ended: the next reading is refused.
    void end(UUID grant, Instant now);

    /// The same grant with other terms, in force with the next reading.
    void change(Grant grant);

    /// The grant as it is committed at this moment.
    Optional<Grant> find(UUID id);
}
