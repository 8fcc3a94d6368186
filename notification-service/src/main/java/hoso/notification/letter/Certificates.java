package hoso.notification.letter;

import java.util.Optional;
import java.util.UUID;

/// Certificates that are to go out on paper.
interface Certificates {

    /// The letter for a certificate, or empty when no paper is wanted.
    Optional<Envelope> envelope(UUID certificate);
}
