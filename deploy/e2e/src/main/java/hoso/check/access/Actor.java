package hoso.check.access;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Somebody who asks, and what their token says of them.
///
/// @param level of the person's account; 0 for a machine
/// @param owns whose things this caller owns, and by what
/// @param authorization the header for now; empty for none
record Actor(
        String name,
        Token token,
        Set<String> roles,
        int level,
        boolean hasFreshPasscode,
        Optional<String> organisation,
        String client,
        Map<Thing.Owner, Side> owns,
        Supplier<String> authorization) {

    enum Token {
        ACCEPTED,
        /// Missing, expired, of another realm or audience, or tampered with.
        NOT_ACCEPTED
    }

    /// Whether this caller may see the thing of a side.
    boolean owns(Thing thing, Side side) {
        return switch (thing.owner()) {
            case ANYBODY -> true;
            case NOBODY -> false;
            case PERSON, OFFICE, VERIFIER, AGENCY, PORTAL, PROFESSIONAL, FACILITY -> owns.get(thing.owner()) == side;
        };
    }

    Map<String, String> headers() {
        var value = authorization.get();
        return value.isEmpty() ? Map.of() : Map.of("Authorization", value);
    }

    @Override
    public String toString() {
        return name;
    }
}
