package hoso.healthrecord.access.gate;

import hoso.healthrecord.access.journal.Right;
import java.util.Optional;
import java.util.UUID;

/// Where the grants of one right are. Each feature that gives a right implements it once.
public interface Grants {

    /// The right that they give.
    Right right();

    /// The grant as it is committed at this moment, never one remembered from before in the same transaction: the gate
    /// asks again once it has the journal of the record to itself.
    Optional<Grant> find(UUID id);
}
