package hoso.healthrecord.access.consent;

import hoso.chassis.page.Cursor;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// All consents.
interface AccessConsents {

    /// The one of this person and facility that waits for the owner of a record.
    Optional<AccessConsent> waiting(UUID record, UUID person, String facility);

    /// Keeps a new one.
    void add(AccessConsent consent);

    /// Writes what became of one.
    void save(AccessConsent consent);

    /// One of a record.
    Optional<AccessConsent> find(UUID record, UUID id);

    /// One that this person asked for, for this facility.
    Optional<AccessConsent> asked(UUID id, UUID person, String facility);

    /// Those of a record, the latest first.
    List<AccessConsent> of(UUID record, @Nullable Cursor after, int limit);
}
