package hoso.judicialcert.register.conviction;

import hoso.judicialcert.law.penal.PenaltyClass;

/// The main penalty as pronounced: expungement is counted by it (Penal Code 2015 Art. 32, 73.1). Terms are in months.
public sealed interface MainPenalty {

    record Warning() implements MainPenalty {}

    record Fine() implements MainPenalty {}

    record NonCustodialReform(int months) implements MainPenalty {}

    /// Prison that is not served if the probation is passed.
    record SuspendedPrison(int months, int probationMonths) implements MainPenalty {}

    record Prison(int months) implements MainPenalty {}

    record LifePrison() implements MainPenalty {}

    /// A death sentence, once commuted.
    record DeathCommuted() implements MainPenalty {}

    /// Found guilty, and exempted from any penalty (Art. 59).
    record Exempted() implements MainPenalty {}

    /// The law on expungement says nothing of it: an officer does.
    record Expulsion() implements MainPenalty {}

    /// In which class expungement puts it; expulsion is in none, and has no rule there.
    default PenaltyClass penaltyClass() {
        return switch (this) {
            case Warning(), Fine(), NonCustodialReform _, SuspendedPrison _, Exempted(), Expulsion() ->
                PenaltyClass.LIGHT;
            case Prison _ -> PenaltyClass.PRISON;
            case LifePrison(), DeathCommuted() -> PenaltyClass.LIFE;
        };
    }

    /// Months of a prison term that is served, else 0.
    default int prisonMonths() {
        return this instanceof Prison(var months) ? months : 0;
    }

    /// Done with the judgment itself: nothing is left to be executed (Art. 34).
    default boolean isDoneAtOnce() {
        return this instanceof Warning || this instanceof Exempted;
    }

    /// Whether additional penalties run from its end, and not from the judgment (Art. 41-44).
    default boolean isServed() {
        return this instanceof Prison || this instanceof LifePrison || this instanceof DeathCommuted;
    }
}
