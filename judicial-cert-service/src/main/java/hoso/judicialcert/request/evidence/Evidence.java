package hoso.judicialcert.request.evidence;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A file that shows something, without what is in it.
///
/// @param digest SHA-256 of its content, hexadecimal
/// @param size in bytes
/// @param request the case it belongs to; null while it waits
/// @param use what it was attached for; null while it waits
public record Evidence(
        UUID id,
        FileKind kind,
        long size,
        String digest,
        Instant storedAt,
        @Nullable UUID request,
        @Nullable Use use) {

    /// What a file was attached for.
    public enum Use {
        /// To show that less is to be paid.
        WAIVER,
        /// To show that one may ask for another.
        AUTHORITY,
        /// Because it was asked for.
        SUPPLEMENT
    }
}
