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
        VisitStatus status,
        @Nullable HeldBecause heldBecause) {}
