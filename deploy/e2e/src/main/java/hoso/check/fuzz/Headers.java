package hoso.check.fuzz;

import hoso.check.contract.Operation;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Header lines: the ones an operation asks for, and one in three times one that nobody expects.
final class Headers {
    private static final List<List<String>> ODD = List.of(
            List.of("Accept: text/html"),
            List.of("Accept: application/xml;q=0"),
            List.of("Accept: x"),
            List.of("Accept: */*;q=2"),
            List.of("Accept: " + "a/b,".repeat(300) + "c/d"),
            List.of("Accept-Language: zz-ZZ-x-" + "a".repeat(500)),
            List.of("Accept-Language: *;q=9"),
            List.of("Accept-Language: vi;q=abc"),
            List.of("Accept-Language: " + "en,".repeat(500) + "en"),
            List.of("Range: bytes=0-1"),
            List.of("Range: bytes=-999999999999"),
            List.of("Range: lines=0-"),
            List.of("If-None-Match: *"),
            List.of("If-None-Match: \"x\""),
            List.of("If-None-Match: W/"),
            List.of("If-Modified-Since: never"),
            List.of("Idempotency-Key: "),
            List.of("Idempotency-Key: " + "a".repeat(4_000)),
            List.of("Idempotency-Key: " + "a".repeat(255)),
            List.of("Idempotency-Key: always the same"),
            List.of("Idempotency-Key: ế"),
            List.of("Idempotency-Key: one", "Idempotency-Key: two"),
            List.of("traceparent: 00-zz"),
            List.of("traceparent: 00-" + "0".repeat(32) + "-" + "0".repeat(16) + "-01"),
            List.of(
                    "traceparent: 00-" + "a".repeat(32) + "-" + "b".repeat(16) + "-01",
                    "tracestate: " + "x".repeat(2_000)),
            List.of("X-Forwarded-For: 1.2.3.4"),
            List.of("X-Forwarded-For: '\"><"),
            List.of("Forwarded: for=x"),
            List.of("X-HTTP-Method-Override: DELETE"),
            List.of("Origin: http://evil.example"),
            List.of("Cookie: " + "a=b;".repeat(100)),
            List.of("Hoso-Signature: t=1,v1=" + "0".repeat(64)),
            List.of("Hoso-Signature: t=999999999999999999999,v1=" + "f".repeat(64)),
            List.of("Hoso-Signature: t=,v1="),
            List.of("Expect: 100-continue"));
    private static final List<String> VERSIONS =
            List.of("*", "\"0\"", "\"1\"", "W/\"1\"", "1", "", "\"a\",\"b\"", "\"" + "9".repeat(30) + "\"");

    private Headers() {}

    static List<String> of(Operation operation, Chance chance) {
        var lines = new ArrayList<String>();
        for (var parameter : operation.parameters()) {
            var name = parameter.path("name").asText();
            if (parameter.path("in").asText().equals("header")) {
                switch (name) {
                    case "Idempotency-Key" -> lines.add(name + ": " + (chance.percent(90) ? key(chance) : "again"));
                    case "If-Match" -> lines.add(name + ": " + chance.pick(VERSIONS));
                    default -> {
                        if (chance.percent(50)) {
                            lines.add(name + ": x");
                        }
                    }
                }
            }
        }
        if (chance.percent(33)) {
            lines.addAll(chance.pick(ODD));
        }
        return lines;
    }

    private static String key(Chance chance) {
        var bytes = ByteBuffer.wrap(chance.bytes(16));
        return new UUID(bytes.getLong(), bytes.getLong()).toString();
    }
}
