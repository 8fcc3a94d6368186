package hoso.healthrecord.access.journal;

import hoso.chassis.personal.Sensitive;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An attempt to read in somebody else's record, and what came of it.
///
/// @param grant id of the consent, session, emergency access, link or guardianship
/// @param because why nothing was shown, as a code; absent when something was
public record Access(
        Right right,
        UUID grant,
        Asker by,
        Purpose purpose,
        Wanted wanted,
        Outcome outcome,
        @Nullable String because) implements Sensitive {

    /// What came of it.
    public enum Outcome {
        /// Content was given out.
        SHOWN,
        /// The right was there, and there was nothing within it to be shown.
        NOTHING,
        /// The right was not there.
        REFUSED
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
