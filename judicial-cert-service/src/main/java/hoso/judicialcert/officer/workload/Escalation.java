package hoso.judicialcert.officer.workload;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A step of a case that took too long.
///
/// @param step a status
/// @param dueAt by when it should have been done
/// @param heldBy the officer who has the case; null when nobody does
record Escalation(
        UUID requestId,
        String dossierCode,
        String step,
        Instant since,
        Instant dueAt,
        Instant escalatedAt,
        @Nullable UUID heldBy) {}
