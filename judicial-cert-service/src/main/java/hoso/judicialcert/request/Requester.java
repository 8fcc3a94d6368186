package hoso.judicialcert.request;

import hoso.judicialcert.law.Capacity;
import org.jspecify.annotations.Nullable;

/// Who asks, if not always the person the certificate is about.
///
/// @param citizen who asks; null when an organisation does
/// @param organisation the agency or the portal that filed; null when the citizen did
public record Requester(
        @Nullable CitizenId citizen,
        Capacity capacity,
        @Nullable String organisation) {

    /// A person who asks about themselves in the app.
    public static Requester self(CitizenId citizen) {
        return new Requester(citizen, Capacity.SELF, null);
    }

    /// A person who asks in the app, about themselves or somebody else.
    public static Requester of(CitizenId citizen, Capacity capacity) {
        return new Requester(citizen, capacity, null);
    }
}
