package hoso.healthrecord.access.journal;

import java.time.Instant;
import java.util.UUID;

/// The journal of each record: a chain of entries, of which each holds the hash of the one before. Whoever reads
/// cannot leave an entry out: it is written in the transaction of the reading, or there is none of both.
public interface AccessJournal {

    /// Keeps others from the journal of a record until the transaction ends: one reading of a record comes after the
    /// other, so that a right that was used up or taken away is so for the next one.
    void lock(UUID record);

    /// Writes an access down, in the transaction at hand, at the end of the chain.
    ///
    /// @return the place of the entry, counted from 1
    long append(UUID record, Access access);

    /// How often something was shown by a grant since a moment.
    long shown(UUID record, UUID grant, Instant since);
}
