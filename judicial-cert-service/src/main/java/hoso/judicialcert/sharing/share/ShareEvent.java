package hoso.judicialcert.sharing.share;

import java.time.Instant;
import java.util.UUID;

/// What became true of a share and is told to others.
sealed interface ShareEvent {

    record CertificateShared(Instant at) implements ShareEvent {}

    record CertificateShareOpened(Instant at, UUID opening) implements ShareEvent {}

    /// Its holder ended it.
    record CertificateShareEnded(Instant at) implements ShareEvent {}
}
