package hoso.check.fuzz;

import hoso.check.contract.Operation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Makes the request with a number: an operation, and what is wrong with the request for it.
final class Attempts {
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
    private static final int LONGEST_TARGET = 3_500;
    private static final List<String> OTHER_VERBS =
            List.of("HEAD", "OPTIONS", "PATCH", "TRACE", "PUT", "DELETE", "PROPFIND", "GET", "POST", "get", "XYZ");
    private static final List<String> OTHER_TYPES = List.of(
            "application/json; charset=utf-16",
            "application/json; charset=x-unknown",
            "application/json;charset=\"",
            "APPLICATION/JSON",
            "text/plain",
            "application/xml",
            "multipart/form-data; boundary=x",
            "multipart/form-data",
            "application/x-www-form-urlencoded",
            "*/*",
            "a",
            "application/json, text/html",
            "",
            "application/vnd.api+json");

    private final List<Operation> operations;
    private final Ids ids;
    private final long seed;

    Attempts(List<Operation> operations, Ids ids, long seed) {
        this.operations = List.copyOf(operations);
        this.ids = ids;
        this.seed = seed;
    }

    Attempt number(long number) {
        var chance = Chance.of(seed, number);
        var operation = chance.pick(operations);
        var path = path(operation, chance);
        var bent = chance.percent(6) ? misshapen(path, chance) : path;
        var verb = chance.percent(3) ? chance.pick(OTHER_VERBS) : operation.verb();
        var target = cut(bent + query(operation, chance));
        var headers = new ArrayList<String>();
        var body = body(operation, headers, chance);
        headers.addAll(Headers.of(operation, chance));
        var isOfOperation = bent.equals(path) && verb.equals(operation.verb());
        return new Attempt(number, operation, isOfOperation, caller(chance), verb, target, headers, body);
    }

    private static Attempt.Caller caller(Chance chance) {
        return switch (chance.below(20)) {
            case 0 -> Attempt.Caller.NONE;
            case 1 -> Attempt.Caller.WRONG;
            default -> Attempt.Caller.RIGHT;
        };
    }

    private String path(Operation operation, Chance chance) {
        return VARIABLE.matcher(operation.path())
                .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(
                        chance.percent(35) ? chance.pick(Values.SEGMENTS) : value(operation, found.group(1), chance)));
    }

    private String value(Operation operation, String name, Chance chance) {
        for (var parameter : operation.parameters()) {
            if (parameter.path("name").asText().equals(name)) {
                var schema = operation.resolved(parameter.path("schema"));
                if (schema.has("enum")) {
                    return schema.path("enum").path(0).asText();
                }
                if (schema.path("format").asText().equals("date") || name.equals("day")) {
                    return "2026-11-30";
                }
                if (schema.path("type").asText().equals("integer")) {
                    return "1";
                }
            }
        }
        return ids.of(operation.path(), chance);
    }

    private static String misshapen(String path, Chance chance) {
        return switch (chance.below(14)) {
            case 0 -> path + "/";
            case 1 -> path + "//";
            case 2 -> "/" + path;
            case 3 -> path + "/.";
            case 4 -> path + "/..";
            case 5 -> path.toUpperCase(java.util.Locale.ROOT);
            case 6 -> path + ";jsessionid=1";
            case 7 -> path + "%2f";
            case 8 -> path + ".json";
            case 9 -> "/q/.." + path;
            case 10 -> path + "/%2e%2e/%2e%2e/q/metrics";
            case 11 -> "/%2e/" + path;
            case 12 -> "*";
            default -> "/*";
        };
    }

    private static String query(Operation operation, Chance chance) {
        var parts = new ArrayList<String>();
        for (var parameter : operation.parameters()) {
            if (parameter.path("in").asText().equals("query")
                    && (parameter.path("required").asBoolean() || chance.percent(50))) {
                var name = parameter.path("name").asText();
                parts.add(name + "=" + queryValue(operation, parameter.path("schema"), name, chance));
            }
        }
        if (chance.percent(8)) {
            parts.add(chance.pick(List.of(
                    "limit=" + chance.pick(Values.LIMITS),
                    "after=" + Values.cursor(chance),
                    "limit=1&limit=2",
                    "callback=x",
                    "%00=1",
                    "a[]=1",
                    "&&&",
                    "=",
                    "%",
                    "a=%zz",
                    "after",
                    "%f0%28%8c%28=1")));
        }
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }

    private static String queryValue(
            Operation operation, com.fasterxml.jackson.databind.JsonNode schema, String name, Chance chance) {
        if (name.equals("after")) {
            return Values.cursor(chance);
        }
        if (name.equals("limit")) {
            return chance.pick(Values.LIMITS);
        }
        var choices = operation.resolved(schema).path("enum");
        if (choices.size() > 0 && chance.percent(50)) {
            return choices.path(chance.below(choices.size())).asText();
        }
        var text = chance.pick(Values.STRINGS);
        return URLEncoder.encode(text.substring(0, Math.min(text.length(), 300)), StandardCharsets.UTF_8);
    }

    private static byte[] body(Operation operation, List<String> headers, Chance chance) {
        var content = operation.resolved(operation.itself().path("requestBody")).path("content");
        if (content.isEmpty()) {
            return chance.percent(3) ? "{\"a\":1}".getBytes(StandardCharsets.UTF_8) : new byte[0];
        }
        var types = new ArrayList<String>();
        content.fieldNames().forEachRemaining(types::add);
        var type = chance.pick(types);
        headers.add("Content-Type: " + (chance.percent(7) ? chance.pick(OTHER_TYPES) : type));
        var body = Bodies.of(operation, type, content.path(type), chance);
        if (chance.percent(1)) {
            headers.add("Content-Encoding: gzip");
            return Bodies.compressed(body, chance);
        }
        return body;
    }

    private static String cut(String target) {
        return target.substring(0, Math.min(target.length(), LONGEST_TARGET));
    }
}
