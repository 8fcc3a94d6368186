package hoso.check.access;

import hoso.e2e.RunningSystem;

/// The callers of this check, for other checks: one for each role. They are taken away again in the end.
public final class Actors implements AutoCloseable {
    private static final String CITIZEN = "citizen";
    private final Keycloak keycloak;
    private final Cast cast;

    public Actors(RunningSystem system) {
        this.keycloak = new Keycloak(system);
        try {
            this.cast = new Cast(system, keycloak);
        } catch (RuntimeException e) {
            keycloak.clear();
            throw e;
        }
    }

    /// The header `Authorization` of whoever may do most with a role: a person of level 2 with a fresh passcode, or a
    /// machine; of an organisation, where there is one. Of a citizen for a role that nobody has.
    public String authorization(String role) {
        return cast.actors().stream()
                .filter(actor ->
                        actor.token() == Actor.Token.ACCEPTED && actor.roles().contains(role))
                .filter(actor -> actor.level() == 0 || (actor.level() == 2 && actor.hasFreshPasscode()))
                .min((one, other) -> Boolean.compare(
                        one.organisation().isEmpty(), other.organisation().isEmpty()))
                .map(actor -> actor.authorization().get())
                .orElseGet(() -> authorization(CITIZEN));
    }

    @Override
    public void close() {
        keycloak.clear();
    }
}
