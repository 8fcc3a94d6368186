package hoso.judicialcert.verification.bulk;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Many certificates an organisation has checked at once, after the answer was given.
///
/// @param rows how many there are
/// @param done how many were checked
/// @param expiresAt when it is dropped with its results
record VerificationJob(
        UUID id,
        String organisation,
        Optional<String> reference,
        @Nullable String purpose,
        @Nullable Integer maxAgeDays,
        int rows,
        int done,
        Instant createdAt,
        @Nullable Instant finishedAt,
        Instant expiresAt) {
    /// The most rows of one job.
    static final int MOST = 10_000;

    /// Rows are checked in pieces of so many, each in a transaction of its own.
    static final int PIECE = 200;
}
