package hoso.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;

/// Plain HTTP, as any client of the system has it.
public final class Http {
    public static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private Http() {}

    /// What came back.
    public record Reply(int status, Map<String, java.util.List<String>> headers, byte[] body) {

        public JsonNode json() {
            try {
                return body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body);
            } catch (IOException _) {
                return MissingNode.getInstance();
            }
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().getFirst())
                    .findFirst()
                    .orElse("");
        }

        /// The same reply, or a fault that quotes what came instead.
        public Reply expect(Integer... wanted) {
            if (!Arrays.asList(wanted).contains(status)) {
                throw new IllegalStateException(
                        "expected " + Arrays.toString(wanted) + ", got " + status + " " + text());
            }
            return this;
        }
    }

    public static Reply get(String url, Map<String, String> headers) {
        return send(request(url, headers).GET());
    }

    public static Reply post(String url, Map<String, String> headers, byte[] body) {
        return send(request(url, headers).POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    public static Reply post(String url, Map<String, String> headers, Object body) {
        var all = new java.util.HashMap<>(headers);
        all.put("Content-Type", "application/json");
        return post(url, all, bytes(body));
    }

    /// Any verb.
    ///
    /// @param body empty for none
    public static Reply send(String verb, String url, Map<String, String> headers, byte[] body) {
        var publisher =
                body.length == 0 ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body);
        return send(request(url, headers).method(verb, publisher));
    }

    public static byte[] bytes(Object body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static HttpRequest.Builder request(String url, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(40));
        headers.forEach(request::header);
        return request;
    }

    private static Reply send(HttpRequest.Builder request) {
        try {
            var response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Reply(response.statusCode(), response.headers().map(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
