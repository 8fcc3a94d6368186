package hoso.identity.citizen;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/// What becomes true of a citizen.
sealed interface CitizenEvent {

    UUID citizenId();

    /// Place among the events of this citizen.
    long sequence();

    record CitizenRegistered(UUID citizenId, AccountLevel level, Instant at, long sequence) implements CitizenEvent {}

    /// Somebody compared the person with the register's entry, in person.
    record IdentityVerified(UUID citizenId, AccountLevel level, Instant at, long sequence) implements CitizenEvent {}

    record ContactPointsChanged(UUID citizenId, Set<ContactPoints.Kind> kinds, Instant at, long sequence)
            implements CitizenEvent {
        public ContactPointsChanged {
            kinds = Set.copyOf(kinds);
        }
    }
}
