package hoso.check.access;

import java.util.Comparator;
import java.util.Optional;

/// What a caller is due at a route, by its rule alone.
sealed interface Due {

    /// No token is asked for.
    record Open() implements Due {}

    /// Whatever the service answers to somebody who may ask.
    record LetIn(Grant grant) implements Due {}

    record Refused(int status) implements Due {}

    /// Not let in, whatever is said: signature and wallet are looked at after the form of the body.
    record Shut() implements Due {}

    static Due of(Rule rule, Actor actor) {
        return switch (rule) {
            case Rule.Anybody() -> new Open();
            case Rule.Signature(), Rule.Wallet() -> new Shut();
            case Rule.Granted(var grants) when actor.token() == Actor.Token.NOT_ACCEPTED -> new Refused(401);
            case Rule.Granted(var grants) ->
                grants.stream()
                        .filter(grant -> actor.roles().contains(grant.role()))
                        .map(grant -> of(grant, actor))
                        // A caller with two roles is let in by either.
                        .max(Comparator.comparing(due -> due instanceof LetIn))
                        .orElse(new Refused(403));
        };
    }

    /// In the order in which services look: role, client, level, passcode, organisation.
    private static Due of(Grant grant, Actor actor) {
        if (grant.client().filter(client -> !client.equals(actor.client())).isPresent()) {
            return new Refused(404);
        }
        if (actor.level() < grant.level()) {
            return new Refused(403);
        }
        if (grant.isWithPasscode() && !actor.hasFreshPasscode()) {
            return new Refused(401);
        }
        if (grant.isWithOrganisation() && actor.organisation().equals(Optional.empty())) {
            return new Refused(403);
        }
        return new LetIn(grant);
    }
}
