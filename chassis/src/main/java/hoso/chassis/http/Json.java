package hoso.chassis.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// Calls another service or a partner, once. A fault is a [PartnerAway], also an answer that does not end in time or is
/// too large; every answer below 500 is for the caller to read. Nothing is tried again here: whether that is safe
/// only the caller knows.
@Singleton
public class Json {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    /// The largest thing we fetch is a certificate of some hundred kilobytes, written in Base64.
    private static final int LARGEST = 4 << 20;

    private final Exchange exchange;
    private final ObjectMapper json;

    /// A client of its own limits.
    ///
    /// @param whole how long a call may take, from connecting to the last byte of the answer
    public Json(
            ObjectMapper json, @ConfigProperty(name = "hoso.http.whole-exchange", defaultValue = "5s") Duration whole) {
        this.exchange = new Exchange(CONNECT, whole, LARGEST);
        this.json = json;
    }

    /// What came back.
    public static final class Reply {
        private final HttpResponse<byte[]> response;
        private final ObjectMapper json;
        private final String partner;

        private Reply(HttpResponse<byte[]> response, ObjectMapper json, String partner) {
            this.response = response;
            this.json = json;
            this.partner = partner;
        }

        public int status() {
            return response.statusCode();
        }

        public byte[] body() {
            return response.body();
        }

        public @Nullable String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        /// The body as a record; a body of another shape is the partner's fault.
        public <T> T as(Class<T> type) {
            try {
                return json.readValue(response.body(), type);
            } catch (IOException _) {
                throw new PartnerAway(partner);
            }
        }
    }

    /// Reads.
    public Reply get(String partner, URI uri, @Nullable String bearer) {
        return send(partner, request(uri, bearer).GET().build());
    }

    /// Sends a value as JSON.
    public Reply post(String partner, URI uri, @Nullable String bearer, Map<String, String> headers, Object body) {
        var request = request(uri, bearer).header("Content-Type", "application/json");
        headers.forEach(request::header);
        return send(
                partner,
                request.POST(HttpRequest.BodyPublishers.ofByteArray(bytes(body)))
                        .build());
    }

    /// Sends a form.
    Reply form(String partner, URI uri, String form) {
        var request = request(uri, null).header("Content-Type", "application/x-www-form-urlencoded");
        return send(
                partner, request.POST(HttpRequest.BodyPublishers.ofString(form)).build());
    }

    private Reply send(String partner, HttpRequest request) {
        try {
            var response = exchange.send(request);
            if (response.statusCode() >= 500) {
                throw new PartnerAway(partner);
            }
            return new Reply(response, json, partner);
        } catch (IOException _) {
            throw new PartnerAway(partner);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new PartnerAway(partner);
        }
    }

    private static HttpRequest.Builder request(URI uri, @Nullable String bearer) {
        var request = HttpRequest.newBuilder(uri).header("Accept", "application/json, */*;q=0.1");
        return bearer == null ? request : request.header("Authorization", "Bearer " + bearer);
    }

    private byte[] bytes(Object body) {
        try {
            return json.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON: " + body.getClass(), e);
        }
    }
}
