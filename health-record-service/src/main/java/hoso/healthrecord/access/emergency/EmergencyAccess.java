package hoso.healthrecord.access.emergency;

import hoso.chassis.personal.Sensitive;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An access in an emergency, and what a privacy officer made of it.
///
/// @param second why the summary was not enough; absent until whole visits are opened
/// @param before how often the same person opened the same record before
/// @param review absent until an officer takes it
public record EmergencyAccess(
        UUID id,
        UUID record,
        Opener by,
        Reasoned first,
        @Nullable Reasoned second,
        Instant openedAt,
        Instant until,
        int before,
        @Nullable Review review)
        implements Sensitive {
    /// How long a record stays open.
    static final Duration LASTS = Duration.ofMinutes(60);

    /// Why nobody could be asked.
    public enum Reason {
        UNCONSCIOUS,
        LIFE_IN_DANGER,
        CANNOT_DECIDE,
        CHILD_WITHOUT_GUARDIAN
    }

    /// What an officer found.
    public enum Finding {
        JUSTIFIED,
        NOT_JUSTIFIED,
        /// Handed on to the facility or an authority.
        REFERRED
    }

    /// Who opened it.
    record Opener(UUID person, String name, String facility) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// A reason with an explanation in words.
    record Reasoned(Reason reason, String explanation) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// What the officer did.
    ///
    /// @param finding absent until the case is closed
    record Review(
            UUID officer,
            Instant takenAt,
            @Nullable Finding finding,
            @Nullable String text,
            @Nullable Instant at) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// What became of a wish.
    sealed interface Answer {
        record Became(EmergencyAccess access) implements Answer {}

        /// It was so before.
        record Same(EmergencyAccess access) implements Answer {}

        /// The hour is over.
        record Over() implements Answer {}

        /// The second reason is the first one again.
        record NotReasoned() implements Answer {}

        /// The officer opened the record themselves.
        record OwnCase() implements Answer {}

        /// Another officer has it, or it is closed.
        record Taken() implements Answer {}
    }

    boolean isOpen(Instant now) {
        return now.isBefore(until);
    }

    /// Opens whole visits, for a reason of its own.
    Answer widen(Reasoned reasoned, Instant now) {
        if (!isOpen(now)) {
            return new Answer.Over();
        }
        if (second != null) {
            return new Answer.Same(this);
        }
        return reasoned.explanation().equals(first.explanation())
                ? new Answer.NotReasoned()
                : new Answer.Became(
                        new EmergencyAccess(id, record, by, first, reasoned, openedAt, until, before, review));
    }

    /// An officer takes the case.
    Answer take(UUID officer, Instant now) {
        if (officer.equals(by.person())) {
            return new Answer.OwnCase();
        }
        if (review != null) {
            return review.officer().equals(officer) && review.finding() == null
                    ? new Answer.Same(this)
                    : new Answer.Taken();
        }
        return new Answer.Became(reviewed(new Review(officer, now, null, null, null)));
    }

    /// The officer who has the case closes it.
    Answer close(UUID officer, Finding finding, String text, Instant now) {
        if (review == null || !review.officer().equals(officer)) {
            return new Answer.Taken();
        }
        if (review.finding() != null) {
            return review.finding() == finding && text.equals(review.text())
                    ? new Answer.Same(this)
                    : new Answer.Taken();
        }
        return new Answer.Became(reviewed(new Review(officer, review.takenAt(), finding, text, now)));
    }

    private EmergencyAccess reviewed(Review next) {
        return new EmergencyAccess(id, record, by, first, second, openedAt, until, before, next);
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
