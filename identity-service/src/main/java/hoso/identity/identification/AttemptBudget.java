package hoso.identity.identification;

import java.time.Duration;
import java.time.Instant;

/// How often a citizen has asked about somebody and was not right, in a window of time that begins with the first
/// attempt. Who guesses numbers runs out of attempts; who knows them gets each one back.
record AttemptBudget(int used, Instant begun) {

    sealed interface Spending {
        record Spent(AttemptBudget left) implements Spending {}

        /// None is left; after `pause` there are some again.
        record Exhausted(Duration pause) implements Spending {}
    }

    static AttemptBudget full(Instant now) {
        return new AttemptBudget(0, now);
    }

    /// Takes one attempt, before anybody knows whether it is right: many at once are no way around the limit.
    Spending spend(Instant now, int limit, Duration window) {
        var end = begun.plus(window);
        var present = used == 0 || !now.isBefore(end) ? full(now) : this;
        return present.used < limit
                ? new Spending.Spent(new AttemptBudget(present.used + 1, present.begun))
                : new Spending.Exhausted(Duration.between(now, end));
    }

    /// Takes an attempt back that told nothing new, or found whom it named.
    AttemptBudget giveBack() {
        return new AttemptBudget(Math.max(0, used - 1), begun);
    }
}
