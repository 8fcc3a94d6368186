package hoso.local.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// One request as a handler sees it. Names of headers are in lower case.
public record Call(String path, Map<String, String> query, Map<String, String> headers, byte[] body) {

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /// What follows the last slash of the path: the id of the one thing asked for.
    public String lastPart() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /// The body as JSON; a body that is none is the caller's fault and answers 400.
    public JsonNode json() {
        try {
            var node = Json.MAPPER.readTree(body);
            if (node == null || !node.isObject()) {
                throw new Refused(400, "a JSON object is expected");
            }
            return node;
        } catch (JsonProcessingException _) {
            throw new Refused(400, "the body is not JSON");
        } catch (java.io.IOException _) {
            throw new Refused(400, "the body cannot be read");
        }
    }
}
