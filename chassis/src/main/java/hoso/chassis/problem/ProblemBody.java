package hoso.chassis.problem;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Writes a [Problem] as `application/problem+json` in the caller's language.
final class ProblemBody {
    static final String TYPE = "/contract/problems.md#";
    static final MediaType MEDIA_TYPE = MediaType.valueOf("application/problem+json");

    private ProblemBody() {}

    static Response response(Problem problem, Locale language) {
        var response = Response.status(problem.status())
                .type(MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(body(problem, language));
        problem.headers().forEach(response::header);
        return response.build();
    }

    static Map<String, Object> body(Problem problem, Locale language) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", TYPE + problem.slug());
        body.put("title", text(problem, "title", language));
        body.put("status", problem.status());
        Texts.find(problem.slug() + ".detail", language, problem.members()).ifPresent(text -> body.put("detail", text));
        problem.members().forEach((name, value) -> body.put(name, localized(value, language)));
        return body;
    }

    private static String text(Problem problem, String part, Locale language) {
        return Texts.find(problem.slug() + "." + part, language, problem.members())
                .orElseThrow(() -> new IllegalStateException(
                        "no text " + problem.slug() + "." + part + " in " + language.toLanguageTag()));
    }

    private static Object localized(Object value, Locale language) {
        return value instanceof List<?> list
                ? list.stream()
                        .map(item -> item instanceof FieldError error ? localized(error, language) : item)
                        .toList()
                : value;
    }

    private static Map<String, String> localized(FieldError error, Locale language) {
        var message = error.message().isEmpty()
                ? Texts.find("error." + error.code(), language, error.values()).orElse(error.code())
                : error.message();
        return Map.of("pointer", error.pointer(), "code", error.code(), "message", message);
    }
}
