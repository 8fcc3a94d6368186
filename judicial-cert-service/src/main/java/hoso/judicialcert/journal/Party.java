package hoso.judicialcert.journal;

import hoso.chassis.personal.Sensitive;
import org.jspecify.annotations.Nullable;

/// Who looked, as the holder is told it.
///
/// @param name what somebody without a login says of themselves, or for whom the holder meant it
/// @param organisation the organisation, as its token or the holder names it
/// @param client the machine that asked
/// @param officer who asked within the organisation
public record Party(
        @Nullable String name,
        @Nullable String organisation,
        @Nullable String client,
        @Nullable String officer) implements Sensitive {

    /// Somebody without a login.
    public static Party stranger(String name, @Nullable String organisation) {
        return new Party(name, organisation, null, null);
    }

    /// Somebody of an organisation, through its machine.
    public static Party agency(String organisation, String client, String officer) {
        return new Party(null, organisation, client, officer);
    }

    /// An officer of the agency that issues.
    public static Party officer(String agency, String officer) {
        return new Party(null, agency, null, officer);
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
