package hoso.check.access;

import hoso.check.contract.Operation;
import hoso.check.contract.Samples;
import hoso.e2e.Http;
import hoso.e2e.RunningSystem;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/// One request as a caller in good faith would send it, but for the id it asks about.
final class Ask {
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
    private static final String MALFORMED = "x%27";

    private final RunningSystem system;

    Ask(RunningSystem system) {
        this.system = system;
    }

    Http.Reply unknown(Operation operation, Map<String, String> who) {
        return send(operation, operation.path(), who);
    }

    Http.Reply malformed(Operation operation, Map<String, String> who) {
        return send(operation, VARIABLE.matcher(operation.path()).replaceAll(MALFORMED), who);
    }

    /// About a thing: the first variable of the path, as every path names its thing first.
    Http.Reply about(Operation operation, String id, Map<String, String> who) {
        return send(operation, VARIABLE.matcher(operation.path()).replaceFirst(id), who);
    }

    private Http.Reply send(Operation operation, String path, Map<String, String> who) {
        var url = system.url(operation.service())
                + VARIABLE.matcher(path).replaceAll(found -> value(found.group(1)))
                + query(operation);
        var headers = headers(operation);
        headers.putAll(who);
        return Http.send(operation.verb(), url, headers, body(operation));
    }

    /// What nothing has, in the form that the variable wants.
    private static String value(String variable) {
        return switch (variable) {
            case "number", "size" -> "999999";
            case "day" -> "2001-01-01";
            case "sha256", "digest" -> "f".repeat(64);
            case "kind" -> "SUPPLEMENT";
            case "portalCode", "reference" -> "UNKNOWN-1";
            default -> Samples.UNKNOWN;
        };
    }

    private static String query(Operation operation) {
        var query = new StringBuilder();
        for (var parameter : operation.parameters()) {
            if (parameter.path("in").asText().equals("query")
                    && parameter.path("required").asBoolean()) {
                query.append(query.isEmpty() ? '?' : '&')
                        .append(parameter.path("name").asText())
                        .append("=PERSONNEL");
            }
        }
        return query.toString();
    }

    private static Map<String, String> headers(Operation operation) {
        var headers = new HashMap<String, String>();
        operation.body().ifPresent(body -> headers.put("Content-Type", body.getKey()));
        for (var parameter : operation.parameters()) {
            if (parameter.path("in").asText().equals("header")
                    && parameter.path("required").asBoolean()) {
                var name = parameter.path("name").asText();
                headers.put(
                        name,
                        switch (name) {
                            case "Idempotency-Key" -> UUID.randomUUID().toString();
                            case "If-Match" -> "\"1\"";
                            default -> "x";
                        });
            }
        }
        return headers;
    }

    /// Samples are about nobody who exists: what is let in has no effect on the people of a demo.
    private static byte[] body(Operation operation) {
        return operation
                .body()
                .map(body -> {
                    if (body.getKey().equals("application/json")) {
                        return Samples.of(operation, body.getValue()).toString();
                    }
                    return body.getKey().contains("form") ? "grant_type=refresh_token&refresh_token=x" : "x";
                })
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .orElseGet(() -> new byte[0]);
    }
}
