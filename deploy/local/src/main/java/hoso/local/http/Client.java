package hoso.local.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Calls the HTTP interfaces of other parts: JSON in, JSON out.
public final class Client {

    /// What came back; `json` is missing when the answer was no JSON.
    public record Answer(int status, Optional<String> location, JsonNode json) {

        public Answer expect(int... expected) throws IOException {
            for (var one : expected) {
                if (status == one) {
                    return this;
                }
            }
            throw new IOException("answered " + status + " " + json);
        }
    }

    private final Exchange http = new Exchange(Duration.ofSeconds(60));

    public Answer get(String url, String token) throws IOException, InterruptedException {
        return send(request(url, token).GET());
    }

    public Answer post(String url, String token, Object body) throws IOException, InterruptedException {
        return post(url, token, body, Map.of());
    }

    public Answer post(String url, String token, Object body, Map<String, String> headers)
            throws IOException, InterruptedException {
        var request = request(url, token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body instanceof byte[] raw ? raw : Json.bytes(body)));
        headers.forEach(request::header);
        return send(request);
    }

    public Answer put(String url, String token, Object body) throws IOException, InterruptedException {
        return send(request(url, token)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(body))));
    }

    public Answer delete(String url, String token) throws IOException, InterruptedException {
        return send(request(url, token).DELETE());
    }

    /// A form as browsers send it; the way to get a token.
    public Answer form(String url, Map<String, String> fields) throws IOException, InterruptedException {
        var body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder request(String url, String token) {
        return HttpRequest.newBuilder(URI.create(url))
                .header("Accept", "application/json, application/problem+json")
                .header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = http.send(request.build());
        return new Answer(response.statusCode(), response.headers().firstValue("Location"), json(response.body()));
    }

    private static JsonNode json(byte[] body) {
        try {
            return body.length == 0 ? MissingNode.getInstance() : Json.MAPPER.readTree(body);
        } catch (IOException _) {
            return MissingNode.getInstance();
        }
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
