package hoso.judicialcert.register.conviction;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What was pronounced beside the main penalty (Penal Code 2015 Art. 32.2).
///
/// @param months how long it lasts, from the end of a prison term, else from the judgment (Art. 41-44)
/// @param until its last day, where the court named one
/// @param text as the court wrote it
public record AdditionalPenalty(
        Kind kind,
        @Nullable Integer months,
        @Nullable LocalDate until,
        @Nullable String text) {

    /// Kinds that last are over with time; the others when they were executed.
    public enum Kind {
        BAN_ON_POSTS,
        BAN_ON_PROFESSION,
        RESIDENCE_BAN,
        SUPERVISION,
        LOSS_OF_CIVIC_RIGHTS,
        CONFISCATION,
        FINE,
        EXPULSION;

        /// Whether it is over with time.
        boolean isTerm() {
            return switch (this) {
                case BAN_ON_POSTS, BAN_ON_PROFESSION, RESIDENCE_BAN, SUPERVISION, LOSS_OF_CIVIC_RIGHTS -> true;
                case CONFISCATION, FINE, EXPULSION -> false;
            };
        }
    }
}
