package hoso.judicialcert.money.refund;

import hoso.chassis.personal.Sensitive;
import hoso.judicialcert.fee.Payer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Money of one transfer that is owed back. Its id is the key the bank knows the order by: whatever happens on the way,
/// the bank pays a key once.
///
/// @param transaction the transfer it came with
/// @param amount in đồng
/// @param target where it goes; null while the bank has not told
/// @param attempts how often the bank was spoken to
public record Refund(
        UUID id, String transaction, long amount, @Nullable Payer target, State state, int attempts)
        implements Sensitive {
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    /// Where it stands.
    public sealed interface State {
        Instant since();

        /// To be ordered, not before `from`.
        record Owed(Instant since, Instant from) implements State {}

        /// The bank is being asked for it. Who asks has until then to tell what came of it.
        record Ordered(Instant since, Instant until) implements State {}

        /// Nobody knows what came of the order: the bank is asked, not before `from`.
        record Unknown(Instant since, Instant from) implements State {}

        /// It was paid.
        ///
        /// @param bankTransaction the bank's number of the transfer back
        record Done(Instant since, String bankTransaction) implements State {}

        /// The bank refused: the account is closed, or is none.
        record Failed(Instant since, String reason) implements State {}
    }

    /// What the bank said.
    public sealed interface Answer {
        record Paid(String bankTransaction) implements Answer {}

        record Refused(String reason) implements Answer {}

        /// It knows of the order and has not carried it out yet.
        record Pending() implements Answer {}

        /// It knows of no such order.
        record NeverHeard() implements Answer {}

        /// It did not say anything, or nothing that could be understood.
        record NoAnswer() implements Answer {}
    }

    /// What is to be done with it now: order it, or ask what came of an order.
    public enum Step {
        ORDER,
        ASK
    }

    /// What is to be done at this moment, if anything.
    Optional<Step> due(Instant now) {
        return switch (state) {
            case State.Owed(var _, var from) ->
                target != null && !from.isAfter(now) ? Optional.of(Step.ORDER) : Optional.empty();
            // Who ordered it did not come back to tell.
            case State.Ordered(var _, var until) -> until.isAfter(now) ? Optional.empty() : Optional.of(Step.ASK);
            case State.Unknown(var _, var from) -> from.isAfter(now) ? Optional.empty() : Optional.of(Step.ASK);
            case State.Done _, State.Failed _ -> Optional.empty();
        };
    }

    /// Taken by a worker, which has this long to speak to the bank.
    Refund taken(Instant now, Duration lease) {
        return new Refund(id, transaction, amount, target, new State.Ordered(now, now.plus(lease)), attempts + 1);
    }

    /// What the bank said to it; empty when nothing was asked of the bank, or it was said before.
    ///
    /// @param step what was asked of the bank
    Optional<Refund> heard(Step step, Answer answer, Instant now, Duration pause) {
        if (!(state instanceof State.Ordered)) {
            return Optional.empty();
        }
        return Optional.of(with(
                switch (answer) {
                    case Answer.Paid(var bankTransaction) -> new State.Done(now, bankTransaction);
                    case Answer.Refused(var reason) when isFinal(step) -> new State.Failed(now, reason);
                    case Answer.Refused _, Answer.Pending(), Answer.NoAnswer() ->
                        new State.Unknown(now, now.plus(wait(pause)));
                    // Ordered again, with the same key.
                    case Answer.NeverHeard() -> new State.Owed(now, now.plus(wait(pause)));
                }));
    }

    /// An order that is refused says nothing of an earlier one that may have been carried out: then only what the bank
    /// answers when it is asked counts.
    private boolean isFinal(Step step) {
        return step == Step.ASK || attempts == 1;
    }

    /// Longer from time to time, so that a bank that is down is not hammered.
    private Duration wait(Duration pause) {
        var longer = pause.multipliedBy(1L << Math.min(attempts, 12));
        return longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
    }

    /// The name in tables and answers.
    String status() {
        return switch (state) {
            case State.Owed _ -> "OWED";
            case State.Ordered _ -> "ORDERED";
            case State.Unknown _ -> "UNKNOWN";
            case State.Done _ -> "DONE";
            case State.Failed _ -> "FAILED";
        };
    }

    private Refund with(State next) {
        return new Refund(id, transaction, amount, target, next, attempts);
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
