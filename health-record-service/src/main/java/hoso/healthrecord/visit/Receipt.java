package hoso.healthrecord.visit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a hospital is told about a visit it sent: the same each time it sends the same content.
///
/// @param version counts the contents sent under this episode, from 1
record Receipt(
        UUID visitId,
        String facility,
        String episode,
        int version,
        Status status,
        @Nullable HeldBecause heldBecause) {

    /// What became of a visit when it arrived.
    enum Status {
        /// It lies in the record of its patient.
        FILED,
        /// It lies apart until a person has found out whose it is; it is in nobody's record.
        HELD
    }
}
