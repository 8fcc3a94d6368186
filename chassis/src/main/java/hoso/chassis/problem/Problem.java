package hoso.chassis.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is told when a request cannot be served (RFC 9457). The slug names the heading in the service's
/// `contract/problems.md`; title and detail come from `problems_vi` and `problems_en` by that slug.
///
/// @param status HTTP status code
/// @param slug name of the kind of problem, in kebab-case
/// @param members facts for machines, told as members of the answer; never anything personal, and none under a name
///     that RFC 9457 (3.1) gives a meaning of its own
/// @param headers headers that belong to the answer, such as `Retry-After`
public record Problem(int status, String slug, Map<String, Object> members, Map<String, String> headers) {
    private static final Set<String> STANDARD = Set.of("type", "title", "status", "detail", "instance");

    public Problem {
        for (var member : members.keySet()) {
            if (STANDARD.contains(member)) {
                throw new IllegalArgumentException("RFC 9457 gives the member " + member + " its meaning");
            }
        }
    }

    /// A problem of the kind `slug`.
    public static Problem of(int status, String slug) {
        return new Problem(status, slug, Map.of(), Map.of());
    }

    /// Understood but wrong: 422 with every error at once, so that one correction is enough.
    public static Problem invalid(List<FieldError> errors) {
        return of(422, "invalid").with("errors", List.copyOf(errors));
    }

    /// What does not exist, and what the caller may not know exists: the same answer.
    public static Problem notFound() {
        return of(404, "not-found");
    }

    /// The same problem with one more fact.
    public Problem with(String member, Object value) {
        var more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new Problem(status, slug, more, headers);
    }

    /// The same problem with one more header.
    public Problem header(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Problem(status, slug, members, more);
    }

    /// The exception that carries this problem to the edge: `throw problem.raise()`.
    public ProblemException raise() {
        return new ProblemException(this);
    }
}
