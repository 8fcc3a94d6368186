package hoso.healthrecord.sharing.link;

import hoso.chassis.personal.Sensitive;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A part of a health record that its owner hands on by a link: until a moment, perhaps so many times, perhaps with a
/// passcode. It is opened by whoever has the link, until it expires, is used up, is ended by its owner, or is locked
/// after too many wrong passcodes.
///
/// @param record the record it is of
/// @param owner the citizen who integrated the record
/// @param maxUses absent when it may be opened as often as one likes
/// @param wrongPasscodes counted for life
/// @param sequence how many facts about it were told to others: the sequence of its events
public record Share(
        UUID id,
        UUID record,
        UUID owner,
        Terms terms,
        Flags flags,
        Instant madeAt,
        Instant until,
        @Nullable Integer maxUses,
        int uses,
        int wrongPasscodes,
        @Nullable Instant endedAt,
        long sequence)
        implements Sensitive {

    /// Five guesses at six digits: one in two hundred thousand.
    public static final int PASSCODE_ATTEMPTS = 5;

    /// Whether it can be opened.
    public enum State {
        OPEN,
        ENDED,
        LOCKED,
        EXPIRED,
        USED_UP
    }

    /// What was typed as a passcode.
    public enum Typed {
        NOTHING,
        RIGHT,
        WRONG
    }

    /// What becomes of somebody at the door.
    public sealed interface Admission {

        /// In. A use is counted.
        record Admitted(Share share) implements Admission {}

        record PasscodeNeeded(int attemptsLeft) implements Admission {}

        /// An attempt is counted; with the last one the link is locked.
        record PasscodeWrong(Share share, int attemptsLeft) implements Admission {}

        record Over(State state) implements Admission {}
    }

    /// A new link, of which one fact is told: that it was made.
    public static Share of(
            UUID id,
            UUID record,
            UUID owner,
            Terms terms,
            Flags flags,
            Instant now,
            Instant until,
            @Nullable Integer maxUses) {
        return new Share(id, record, owner, terms, flags, now, until, maxUses, 0, 0, null, 1);
    }

    public State state(Instant now) {
        if (endedAt != null) {
            return State.ENDED;
        }
        if (wrongPasscodes >= PASSCODE_ATTEMPTS) {
            return State.LOCKED;
        }
        if (!now.isBefore(until)) {
            return State.EXPIRED;
        }
        return maxUses != null && uses >= maxUses ? State.USED_UP : State.OPEN;
    }

    /// Lets somebody with the link in, or not.
    public Admission admit(Typed typed, Instant now) {
        var state = state(now);
        if (state != State.OPEN) {
            return new Admission.Over(state);
        }
        if (flags.passcode() && typed == Typed.NOTHING) {
            return new Admission.PasscodeNeeded(PASSCODE_ATTEMPTS - wrongPasscodes);
        }
        if (flags.passcode() && typed == Typed.WRONG) {
            var wrong = wrongPasscodes + 1;
            var isLocked = wrong >= PASSCODE_ATTEMPTS;
            var counted = with(uses, wrong, null, isLocked ? sequence + 1 : sequence);
            return new Admission.PasscodeWrong(counted, PASSCODE_ATTEMPTS - wrong);
        }
        return new Admission.Admitted(with(uses + 1, wrongPasscodes, null, sequence + 1));
    }

    /// Ended by its owner; ended twice it stays ended the first time.
    public Share end(Instant now) {
        return endedAt == null ? with(uses, wrongPasscodes, now, sequence + 1) : this;
    }

    private Share with(int uses, int wrongPasscodes, @Nullable Instant endedAt, long sequence) {
        return new Share(
                id, record, owner, terms, flags, madeAt, until, maxUses, uses, wrongPasscodes, endedAt, sequence);
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
