package hoso.judicialcert.sharing.recheck;

import java.time.Instant;

/// What became true of a consent and is told to others.
sealed interface ConsentEvent {

    record RecheckConsentGranted(Instant at) implements ConsentEvent {}

    record RecheckConsentWithdrawn(Instant at) implements ConsentEvent {}
}
