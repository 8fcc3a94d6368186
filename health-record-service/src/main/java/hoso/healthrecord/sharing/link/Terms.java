package hoso.healthrecord.sharing.link;

import hoso.chassis.personal.Sensitive;
import org.jspecify.annotations.Nullable;

/// For whom a link is, and what it shows.
///
/// @param recipient for whom the owner made it
/// @param label up to 80 characters that whoever has the link sees before it is opened
public record Terms(String recipient, @Nullable String label, Choice choice) implements Sensitive {
    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
