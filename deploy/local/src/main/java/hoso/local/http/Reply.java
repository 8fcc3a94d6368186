package hoso.local.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/// What a handler answers.
public record Reply(int status, String type, byte[] body) {

    public static Reply json(int status, Object value) {
        return new Reply(status, "application/json", Json.bytes(value));
    }

    public static Reply html(String page) {
        return new Reply(200, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    }

    public static Reply pdf(byte[] document) {
        return new Reply(200, "application/pdf", document);
    }

    public static Reply none() {
        return new Reply(204, "text/plain", new byte[0]);
    }

    public static Reply refusal(int status, String reason) {
        return json(status, Map.of("status", status, "title", reason));
    }
}
