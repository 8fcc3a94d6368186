package hoso.chassis.event;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/// Reads the CloudEvents attributes of a Kafka record.
@Singleton
class EventReader {
    private final ObjectMapper json;

    EventReader(ObjectMapper json) {
        this.json = json;
    }

    Received read(ConsumerRecord<String, byte[]> record) {
        try {
            if (record.value() == null || record.key() == null) {
                throw new Unreadable("no key or no value");
            }
            return new Received(
                    UUID.fromString(required(record, Attribute.ID)),
                    record.topic(),
                    required(record, Attribute.TYPE),
                    required(record, Attribute.SUBJECT),
                    record.key(),
                    Instant.parse(required(record, Attribute.TIME)),
                    Long.parseLong(required(record, Attribute.SEQUENCE)),
                    header(record, Attribute.TRACE_PARENT),
                    record.value(),
                    json);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new Unreadable("attributes of the event", e);
        }
    }

    private static String required(ConsumerRecord<String, byte[]> record, String name) {
        var value = header(record, name);
        if (value == null) {
            throw new Unreadable("no " + name);
        }
        return value;
    }

    static @Nullable String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
