package hoso.healthrecord.visit;

import hoso.chassis.page.Cursor;
import hoso.healthrecord.document.Visit;
import hoso.healthrecord.person.Demographics;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Visits that lie apart, for the citizens whose number they carry. A visit without a valid number is nobody's here.
///
/// What changes one needs [#lock] first, in the same transaction: filing takes the same lock.
public interface HeldVisits {

    /// A visit that waits for its citizen.
    ///
    /// @param heldAt when it was put apart
    record Waiting(UUID id, String facility, Instant admittedAt, Instant heldAt) {}

    /// A visit that its citizen said is not theirs.
    ///
    /// @param again was that said before?
    record Disowned(String facility, boolean again) {}

    /// The visits that wait for this citizen, the last held first. Their content is not read.
    List<Waiting> waitingFor(UUID citizen, @Nullable Cursor after, int limit);

    /// Keeps a visit from others until the transaction ends.
    ///
    /// @return does it lie in the record of this citizen, or apart under its number?
    boolean lock(UUID citizen, UUID visit);

    /// Whom a visit names that waits for the owner of this record.
    Optional<Demographics> patient(UUID record, UUID visit);

    /// Is the visit in this record?
    boolean isFiled(UUID record, UUID visit);

    /// Moves a visit that waits into the record, and seals it with the key of that.
    Visit file(UUID record, UUID visit);

    /// Takes a visit out of this record, or out of those that wait for it.
    ///
    /// @return empty when it is in neither
    Optional<Disowned> disown(UUID record, UUID visit, Instant now);
}
