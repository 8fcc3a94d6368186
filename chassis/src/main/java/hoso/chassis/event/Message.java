package hoso.chassis.event;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/// A Kafka record in one array of bytes: what the outbox writes into the write-ahead log and the relay publishes
/// without knowing what is in it.
///
/// Format 1: a format byte, topic, key, number of headers, name and value of each header (all modified UTF-8 with a
/// 2-byte length), then the value up to the end.
public record Message(String topic, String key, Map<String, String> headers, byte[] value) {
    private static final int FORMAT = 1;

    /// These bytes as a message; anything else than format 1 is a fault.
    public static Message read(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            var format = in.readByte();
            if (format != FORMAT) {
                throw new IllegalStateException("outbox message of unknown format " + format);
            }
            var topic = in.readUTF();
            var key = in.readUTF();
            var count = in.readUnsignedByte();
            var headers = LinkedHashMap.<String, String>newLinkedHashMap(count);
            for (var i = 0; i < count; i++) {
                headers.put(in.readUTF(), in.readUTF());
            }
            return new Message(topic, key, headers, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// This message as bytes.
    public byte[] bytes() {
        var bytes = new ByteArrayOutputStream(value.length + 512);
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(FORMAT);
            out.writeUTF(topic);
            out.writeUTF(key);
            out.writeByte(headers.size());
            for (var header : headers.entrySet()) {
                out.writeUTF(header.getKey());
                out.writeUTF(header.getValue());
            }
            out.write(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
