package hoso.healthrecord.access.consent;

import hoso.chassis.personal.Sensitive;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A consent: what was asked for, by whom, and what became of it.
///
/// @param granted absent until the citizen grants, and if they do not
/// @param answeredAt absent while it waits for the citizen
public record AccessConsent(
        UUID id,
        UUID record,
        Requester by,
        ConsentTerms asked,
        @Nullable ConsentTerms granted,
        State state,
        Instant askedAt,
        @Nullable Instant answeredAt,
        @Nullable Instant revokedAt)
        implements Sensitive {

    /// Where it stands.
    public enum State {
        ASKED,
        GRANTED,
        REFUSED,
        REVOKED
    }

    /// Who asked, as the citizen is told it.
    public record Requester(UUID person, String name, String role, String facility) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// What became of an answer of the citizen.
    sealed interface Answer {
        record Became(AccessConsent consent) implements Answer {}

        /// It was so before.
        record Same(AccessConsent consent) implements Answer {}

        /// It was answered otherwise before.
        record Otherwise(State state) implements Answer {}

        /// These members open more than was asked for, or cannot be given.
        record Beyond(List<String> members) implements Answer {}
    }

    Answer grant(ConsentTerms terms, Instant now) {
        if (state == State.GRANTED && terms.equals(granted)) {
            return new Answer.Same(this);
        }
        if (state != State.ASKED) {
            return new Answer.Otherwise(state);
        }
        var faults = terms.faults(now);
        var beyond = faults.isEmpty() ? terms.beyond(asked) : faults;
        return beyond.isEmpty() ? became(terms, State.GRANTED, now, null) : new Answer.Beyond(beyond);
    }

    Answer refuse(Instant now) {
        return switch (state) {
            case ASKED -> became(null, State.REFUSED, now, null);
            case REFUSED -> new Answer.Same(this);
            case GRANTED, REVOKED -> new Answer.Otherwise(state);
        };
    }

    Answer revoke(Instant now) {
        return switch (state) {
            case GRANTED -> became(granted, State.REVOKED, answeredAt, now);
            case REVOKED -> new Answer.Same(this);
            case ASKED, REFUSED -> new Answer.Otherwise(state);
        };
    }

    private Answer became(
            @Nullable ConsentTerms terms, State next, @Nullable Instant answered, @Nullable Instant revoked) {
        return new Answer.Became(new AccessConsent(id, record, by, asked, terms, next, askedAt, answered, revoked));
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
