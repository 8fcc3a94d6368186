package hoso.judicialcert.request.lifecycle;

import hoso.chassis.personal.Sensitive;
import hoso.judicialcert.law.Capacity;
import hoso.judicialcert.person.Applicant;
import hoso.judicialcert.person.CitizenId;
import org.jspecify.annotations.Nullable;

/// Who asks, if not always the person the certificate is about.
///
/// @param citizen who asks; null when an organisation does
/// @param organisation the agency or the portal that filed; null when the citizen did
/// @param name of a citizen who asks for somebody else
public record Requester(
        @Nullable CitizenId citizen,
        Capacity capacity,
        @Nullable String organisation,
        @Nullable String name) implements Sensitive {

    /// A person who asks about themselves in the app.
    public static Requester self(CitizenId citizen) {
        return new Requester(citizen, Capacity.SELF, null, null);
    }

    /// A person who asks about themselves or somebody else.
    ///
    /// @param organisation through which they filed; null in the app
    public static Requester of(CitizenId citizen, Applicant asker, Capacity capacity, @Nullable String organisation) {
        return new Requester(citizen, capacity, organisation, capacity == Capacity.SELF ? null : asker.fullName());
    }

    /// An agency that asks about a person.
    public static Requester agency(String organisation, Capacity capacity) {
        return new Requester(null, capacity, organisation, null);
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
