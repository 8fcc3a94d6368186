package hoso.check.fuzz;

import hoso.check.access.Actors;
import hoso.check.contract.Operation;
import java.util.regex.Pattern;

/// Whose token an attempt carries, by the role that its operation names in its description.
final class Callers {
    private static final Pattern ROLE = Pattern.compile("[Rr]ole `(?<role>[a-z-]+)`");
    private static final String CITIZEN = "citizen";

    private final Actors actors;

    Callers(Actors actors) {
        this.actors = actors;
    }

    /// The header `Authorization`; empty for none.
    String authorization(Attempt attempt) {
        return switch (attempt.caller()) {
            case NONE -> "";
            case RIGHT -> actors.authorization(role(attempt.operation()));
            case WRONG -> actors.authorization(role(attempt.operation()).equals(CITIZEN) ? "portal" : CITIZEN);
        };
    }

    private static String role(Operation operation) {
        var found = ROLE.matcher(operation.itself().path("description").asText());
        return found.find() ? found.group("role") : CITIZEN;
    }
}
