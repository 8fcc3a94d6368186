package hoso.judicialcert.register.conviction;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a judgment amounts to on a day. The names of the rules are those of the law's rows.
public sealed interface Expungement {

    /// The person was sentenced, and never counts as convicted (Penal Code Art. 69.2, 107.1).
    record NeverConviction(String rule) implements Expungement {}

    /// The person counts as never convicted since that day.
    record Expunged(LocalDate on, String rule) implements Expungement {}

    /// The person is on record.
    ///
    /// @param expected the day on which it will be expunged by itself if nothing new happens; null when not known
    /// @param mayAskFrom where a court has to decide: from when on it may be asked
    record NotExpunged(
            Set<Why> why,
            @Nullable LocalDate expected,
            @Nullable LocalDate mayAskFrom) implements Expungement {}

    /// No rule decides on what the register knows: an officer does, never a guess.
    record Undecided(Set<Why> why) implements Expungement {}

    /// What stands between a conviction and its expungement, or between the register and knowing.
    enum Why {
        MAIN_PENALTY_NOT_FINISHED,
        PERIOD_RUNNING,
        NEW_OFFENCE,
        COURT_HAS_TO_DECIDE,
        ONLY_IN_WORDS,
        NO_RULE,
        GRAVITY_INTENT_OR_AGE_NOT_TOLD,
        CHAPTER_NOT_TOLD,
        END_OF_MAIN_PENALTY_NOT_TOLD,
        ADDITIONAL_PENALTY_NOT_TOLD_FINISHED,
        CIVIL_OBLIGATIONS_NOT_TOLD_FULFILLED,
        COURT_FEE_NOT_TOLD_PAID,
        DATE_OF_ANOTHER_OFFENCE_NOT_TOLD,
        END_OF_ANOTHER_PENALTY_NOT_TOLD,
        OFFENCE_BEFORE_THE_EXPUNGEMENT,
        ORDER_BEFORE_ITS_TIME
    }

    /// Whether the person counts as never convicted, or as no longer convicted.
    default boolean isClean() {
        return this instanceof NeverConviction || this instanceof Expunged;
    }
}
