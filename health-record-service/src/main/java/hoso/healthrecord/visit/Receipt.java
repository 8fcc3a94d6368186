package hoso.healthrecord.visit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a hospital is told about a visit it sent: the same each time it sends the same bytes.
record Receipt(
        UUID visitId,
        String facility,
        String episode,
        VisitStatus status,
        @Nullable HeldBecause heldBecause) {}
