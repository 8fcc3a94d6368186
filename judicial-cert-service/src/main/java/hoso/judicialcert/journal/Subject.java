package hoso.judicialcert.journal;

import hoso.chassis.personal.Sensitive;
import hoso.judicialcert.person.CitizenId;

/// Whom an access was about. Somebody asked for by number may have no account yet: what was asked before is in their
/// journal when they come.
public sealed interface Subject {

    /// The holder of a certificate or request.
    record Citizen(CitizenId id) implements Subject {}

    /// Whoever has this personal number.
    record Numbered(String personalNumber) implements Subject, Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }
}
