package hoso.chassis.event;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A fact another service told, as it came from Kafka.
///
/// @param sequence version of the subject, so that a listener can tell late from new
public record Received(
        UUID id,
        String topic,
        String type,
        String subject,
        String key,
        Instant time,
        long sequence,
        @Nullable String traceparent,
        byte[] value,
        ObjectMapper json) {

    /// The data as the listener's own record; fields it does not know are passed over.
    ///
    /// @throws Unreadable when the data has not the shape promised
    public <T> T data(Class<T> as) {
        try {
            return json.readValue(value, as);
        } catch (IOException e) {
            throw new Unreadable("data of " + type + " is not a " + as.getSimpleName(), e);
        }
    }

    /// The name of the event within its type: `CertificateIssued` of `hoso.judicial-cert.CertificateIssued.v1`.
    public String name() {
        var end = type.lastIndexOf('.');
        return type.substring(type.lastIndexOf('.', end - 1) + 1, end);
    }

    @Override
    public String toString() {
        return name() + "[" + id + "]";
    }
}
