package hoso.check.fuzz;

import hoso.check.contract.Operation;
import hoso.e2e.Login;
import hoso.e2e.RunningSystem;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// Tokens of the people and machines of the demo, by the role that an operation names in its description. They are
/// fetched anew before they are five minutes old. May be used by several threads.
final class Callers {
    private static final Duration FRESH = Duration.ofMinutes(3);
    private static final Pattern ROLE = Pattern.compile("[Rr]ole `(?<role>[a-z-]+)`");
    private static final Map<String, String> PEOPLE =
            Map.of("citizen", "lan", "judicial-officer", "officer", "judicial-supervisor", "national");
    private static final Map<String, String> MACHINES = Map.of(
            "agency", "agency-social-insurance",
            "court", "court-hanoi",
            "portal", "national-portal",
            "service", "notification-service",
            "enrolment", "enrolment-desk",
            "facility", "hospital-01000",
            "verifier", "employer-mau");

    private record Token(String value, long since) {}

    private final RunningSystem system;
    private final Map<String, Token> tokens = new HashMap<>();

    Callers(RunningSystem system) {
        this.system = system;
    }

    /// The header `Authorization`; empty for none.
    String authorization(Attempt attempt) {
        return switch (attempt.caller()) {
            case NONE -> "";
            case RIGHT -> "Bearer " + token(role(attempt.operation()));
            case WRONG -> "Bearer " + token(role(attempt.operation()).equals("citizen") ? "portal" : "citizen");
        };
    }

    private static String role(Operation operation) {
        var found = ROLE.matcher(operation.itself().path("description").asText());
        var role = found.find() ? found.group("role") : "citizen";
        return PEOPLE.containsKey(role) || MACHINES.containsKey(role) ? role : "citizen";
    }

    private synchronized String token(String role) {
        var now = System.nanoTime();
        var kept = tokens.get(role);
        if (kept == null || now - kept.since() > FRESH.toNanos()) {
            var person = PEOPLE.get(role);
            kept = new Token(
                    person == null
                            ? system.machineToken(MACHINES.getOrDefault(role, ""))
                            : new Login(system, person).token(2),
                    now);
            tokens.put(role, kept);
        }
        return kept.value();
    }
}
