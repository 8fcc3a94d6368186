package hoso.healthrecord.visit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is known of an episode of a facility, locked until the transaction ends.
///
/// @param fresh did this transaction claim it first?
/// @param version number of the latest version
/// @param recordId the record in which the latest version was filed; absent while it was only held
/// @param disownedBy the record whose owner said that the visit is not theirs; absent once they accept it
record Episode(
        String facility,
        String episode,
        UUID visitId,
        boolean fresh,
        int version,
        @Nullable UUID recordId,
        @Nullable UUID disownedBy,
        @Nullable Retraction retraction) {}
