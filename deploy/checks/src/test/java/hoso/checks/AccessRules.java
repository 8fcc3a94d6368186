package hoso.checks;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Compares the rules of `./hoso check access` with the routes there are and the roles that stand on them.
final class AccessRules {
    static final JsonNode FILE = Json.read(Tree.at("deploy/e2e/src/main/resources/check/access.yaml"));
    private static final Set<String> WITHOUT_ROLES = Set.of("anybody", "signature", "wallet");
    private static final String ROLES = "jakarta.annotation.security.RolesAllowed";
    private static final String OPEN = "jakarta.annotation.security.PermitAll";

    private AccessRules() {}

    /// @param operations each route with the method that answers it
    /// @param rules by route, as the file has them below the name of a service
    static List<String> complaints(Map<String, JavaMethod> operations, JsonNode rules) {
        var complaints = new ArrayList<String>();
        operations.forEach((route, method) -> {
            var rule = rules.path(route);
            if (rule.isMissingNode()) {
                complaints.add(route + " has no rule");
            } else if (!roles(rule).equals(roles(method))) {
                complaints.add(route + " lets in " + roles(method) + " and its rule says " + roles(rule));
            }
        });
        rules.fieldNames().forEachRemaining(route -> {
            if (!operations.containsKey(route)) {
                complaints.add(route + " has a rule and is not there");
            }
        });
        return complaints;
    }

    private static Set<String> roles(JsonNode rule) {
        if (WITHOUT_ROLES.contains(rule.asText())) {
            return Set.of();
        }
        var roles = new TreeSet<String>();
        rule.forEach(grant -> roles.add(grant.path("role").asText("no role")));
        return roles;
    }

    /// Those of the method, or else those of its class; none where anybody may call.
    private static Set<String> roles(JavaMethod method) {
        if (method.isAnnotatedWith(OPEN)) {
            return Set.of();
        }
        return named(method.tryGetAnnotationOfType(ROLES))
                .or(() -> named(method.getOwner().tryGetAnnotationOfType(ROLES)))
                .orElse(Set.of());
    }

    private static Optional<Set<String>> named(Optional<? extends JavaAnnotation<?>> annotation) {
        return annotation
                .flatMap(roles -> roles.get("value"))
                .map(names -> new TreeSet<>(Arrays.asList((String[]) names)));
    }
}
