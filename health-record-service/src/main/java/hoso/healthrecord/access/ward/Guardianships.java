package hoso.healthrecord.access.ward;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// All guardianships, each found by its guardian.
interface Guardianships {

    /// Those of a guardian that are not over, the latest first.
    List<Guardianship> of(UUID guardian, Instant now);

    void add(Guardianship guardianship, Instant now);

    /// Ends one.
    ///
    /// @return did this guardian have it?
    boolean end(UUID guardian, UUID id, Instant now);
}
