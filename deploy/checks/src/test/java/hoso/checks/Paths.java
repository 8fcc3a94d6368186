package hoso.checks;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// Addresses and verbs, as the code answers them and as `openapi.yaml` promises them.
final class Paths {
    private static final String PATH = "jakarta.ws.rs.Path";
    private static final List<String> VERBS = List.of("get", "put", "post", "delete", "patch");

    private Paths() {}

    /// What resources answer: `POST /visits`.
    static Set<String> answered(JavaClasses classes) {
        return operations(classes).keySet();
    }

    /// The same, each with the method that answers it.
    static SortedMap<String, JavaMethod> operations(JavaClasses classes) {
        var operations = new TreeMap<String, JavaMethod>();
        for (var type : classes) {
            path(type.tryGetAnnotationOfType(PATH)).ifPresent(root -> {
                for (var method : type.getMethods()) {
                    var rest = path(method.tryGetAnnotationOfType(PATH)).orElse("");
                    verb(method).ifPresent(verb -> operations.put(verb + " " + join(root, rest), method));
                }
            });
        }
        return operations;
    }

    private static Optional<String> verb(JavaMethod method) {
        return method.getAnnotations().stream()
                .map(JavaAnnotation::getRawType)
                .filter(type -> type.isAnnotatedWith("jakarta.ws.rs.HttpMethod"))
                .map(JavaClass::getSimpleName)
                .filter(name -> VERBS.contains(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private static Optional<String> path(Optional<? extends JavaAnnotation<?>> annotation) {
        return annotation.flatMap(path -> path.get("value")).map(String.class::cast);
    }

    /// One slash between the parts, and no pattern in a variable: `{id: [0-9]+}` is `{id}`.
    private static String join(String root, String rest) {
        var joined = ("/" + root + "/" + rest)
                .replaceAll("\\{\\s*(\\w+)\\s*:[^}]*}", "{$1}")
                .replaceAll("/+", "/");
        return joined.length() > 1 && joined.endsWith("/") ? joined.substring(0, joined.length() - 1) : joined;
    }

    /// What `openapi.yaml` promises.
    static Set<String> promised(JsonNode openapi) {
        var promised = new TreeSet<String>();
        for (var path : openapi.path("paths").properties()) {
            for (var verb : VERBS) {
                if (path.getValue().has(verb)) {
                    promised.add(verb.toUpperCase(Locale.ROOT) + " " + path.getKey());
                }
            }
        }
        return promised;
    }
}
