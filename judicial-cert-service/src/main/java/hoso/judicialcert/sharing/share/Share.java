package hoso.judicialcert.sharing.share;

import hoso.chassis.personal.Sensitive;
import hoso.judicialcert.person.CertificateId;
import hoso.judicialcert.person.CitizenId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A certificate that its holder hands on: until a day, so many times, perhaps with a passcode. It is opened by whoever
/// has its secret, until it expires, is used up, is ended by the holder, or is locked after too many wrong passcodes.
///
/// @param holder who handed it on: whom the certificate is about, or the parent or guardian who asked for it
/// @param sequence how many facts about it were told to others: the sequence of its events
record Share(
        ShareId id,
        CertificateId certificate,
        CitizenId holder,
        ShareIntent intent,
        Instant madeAt,
        Instant until,
        int maxUses,
        boolean hasPasscode,
        int uses,
        int wrongPasscodes,
        @Nullable Instant endedAt,
        long sequence)
        implements Sensitive {

    /// Five guesses at six digits: one in two hundred thousand.
    static final int PASSCODE_ATTEMPTS = 5;

    /// Whether it can be opened.
    enum State {
        OPEN,
        ENDED,
        LOCKED,
        EXPIRED,
        USED_UP
    }

    /// What was typed as a passcode.
    enum Typed {
        NOTHING,
        RIGHT,
        WRONG
    }

    /// What becomes of somebody at the door.
    sealed interface Admission {

        /// In. A use is counted, unless it is the same opening again.
        record Admitted(Share share) implements Admission {}

        record PasscodeNeeded() implements Admission {}

        record PasscodeWrong(Share share, int attemptsLeft) implements Admission {}

        record Over(State state) implements Admission {}
    }

    static Share of(
            ShareId id,
            CertificateId certificate,
            CitizenId holder,
            ShareIntent intent,
            Instant now,
            Instant until,
            int maxUses,
            boolean hasPasscode) {
        return new Share(id, certificate, holder, intent, now, until, maxUses, hasPasscode, 0, 0, null, 1);
    }

    State state(Instant now) {
        if (endedAt != null) {
            return State.ENDED;
        }
        if (wrongPasscodes >= PASSCODE_ATTEMPTS) {
            return State.LOCKED;
        }
        if (!now.isBefore(until)) {
            return State.EXPIRED;
        }
        return uses >= maxUses ? State.USED_UP : State.OPEN;
    }

    /// Lets somebody with the secret in, or not.
    ///
    /// @param isAgain an opening whose answer was lost: it was counted before
    Admission admit(Typed typed, boolean isAgain, Instant now) {
        var state = state(now);
        var isOver = switch (state) {
            case OPEN -> false;
            case USED_UP -> !isAgain;
            case ENDED, LOCKED, EXPIRED -> true;
        };
        if (isOver) {
            return new Admission.Over(state);
        }
        if (hasPasscode && typed == Typed.NOTHING) {
            return new Admission.PasscodeNeeded();
        }
        if (hasPasscode && typed == Typed.WRONG) {
            var counted = with(uses, wrongPasscodes + 1, endedAt, sequence);
            return new Admission.PasscodeWrong(counted, PASSCODE_ATTEMPTS - counted.wrongPasscodes);
        }
        return new Admission.Admitted(isAgain ? this : with(uses + 1, wrongPasscodes, endedAt, sequence + 1));
    }

    /// Ended by its holder; ended twice it stays ended the first time.
    Share end(Instant now) {
        return endedAt == null ? with(uses, wrongPasscodes, now, sequence + 1) : this;
    }

    private Share with(int uses, int wrongPasscodes, @Nullable Instant endedAt, long sequence) {
        return new Share(
                id,
                certificate,
                holder,
                intent,
                madeAt,
                until,
                maxUses,
                hasPasscode,
                uses,
                wrongPasscodes,
                endedAt,
                sequence);
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
