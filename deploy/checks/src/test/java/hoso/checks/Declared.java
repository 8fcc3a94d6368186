package hoso.checks;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Which refusals an operation can give by what is written on its method, and whether `openapi.yaml` declares them.
/// What a resource refuses for reasons of its own (404, 409, 412, 422) is not seen here.
final class Declared {
    private static final String REST = "jakarta.ws.rs.";
    private static final List<String> BODILESS = List.of(
            REST + "PathParam",
            REST + "QueryParam",
            REST + "HeaderParam",
            REST + "CookieParam",
            REST + "BeanParam",
            REST + "core.Context");

    private Declared() {}

    /// Refusals of every operation: `POST /visits` and the status codes.
    static Map<String, Set<String>> possible(JavaClasses classes) {
        var possible = new TreeMap<String, Set<String>>();
        Paths.operations(classes).forEach((operation, method) -> possible.put(operation, possible(method)));
        return possible;
    }

    private static Set<String> possible(JavaMethod method) {
        // An address that cannot be decoded, a budget of the gateway that is used up, a database that is away.
        var statuses = new TreeSet<>(List.of("400", "429", "503"));
        if (!isAnonymous(method)) {
            statuses.add("401");
            statuses.add("403");
        }
        if (has(method, REST + "Produces")) {
            statuses.add("406");
        }
        if (method.getParameters().stream()
                .anyMatch(parameter -> BODILESS.stream().noneMatch(parameter::isAnnotatedWith))) {
            statuses.add("413");
            if (has(method, REST + "Consumes")) {
                statuses.add("415");
            }
        }
        if (method.getParameters().stream().anyMatch(Declared::isIdempotencyKey)) {
            // The key of another request.
            statuses.add("422");
        }
        return statuses;
    }

    private static boolean isIdempotencyKey(JavaParameter parameter) {
        return parameter
                .tryGetAnnotationOfType(REST + "HeaderParam")
                .flatMap(header -> header.get("value"))
                .filter("Idempotency-Key"::equals)
                .isPresent();
    }

    /// A method without a rule counts as one that needs somebody: another check refuses it.
    private static boolean isAnonymous(JavaMethod method) {
        var rules = List.of("RolesAllowed", "DenyAll", "PermitAll");
        for (CanBeAnnotated place : List.of(method, method.getOwner())) {
            for (var rule : rules) {
                if (place.isAnnotatedWith("jakarta.annotation.security." + rule)) {
                    return rule.equals("PermitAll");
                }
            }
            if (place.isAnnotatedWith("io.quarkus.security.Authenticated")) {
                return false;
            }
        }
        return false;
    }

    private static boolean has(JavaMethod method, String annotation) {
        return method.isAnnotatedWith(annotation) || method.getOwner().isAnnotatedWith(annotation);
    }

    /// What an operation can answer and does not declare, and a fault that is declared as if it were meant.
    static List<String> complaints(Map<String, Set<String>> possible, JsonNode openapi) {
        var complaints = new ArrayList<String>();
        for (var path : openapi.path("paths").properties()) {
            for (var verb : path.getValue().properties()) {
                var operation = verb.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey();
                var declared = verb.getValue().path("responses");
                for (var status : possible.getOrDefault(operation, Set.of())) {
                    if (!declared.has(status)) {
                        complaints.add(operation + " does not declare " + status);
                    }
                }
                if (declared.has("500")) {
                    complaints.add(operation + " declares a fault");
                }
            }
        }
        return complaints;
    }
}
