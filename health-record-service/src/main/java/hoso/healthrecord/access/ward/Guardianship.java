package hoso.healthrecord.access.ward;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// That somebody reads for somebody else.
///
/// @param id the grant to read by
/// @param endedAt absent until the guardian ends it
record Guardianship(
        UUID id,
        UUID guardian,
        UUID record,
        Guarded relation,
        Instant until,
        @Nullable Instant endedAt) {}
