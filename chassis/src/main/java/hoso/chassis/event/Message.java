package hoso.chassis.event;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/// A Kafka record in one array of bytes: what the outbox writes into the write-ahead log and the relay publishes
/// without knowing what is in it.
///
/// Format 1: a format byte, topic, key, number of headers (one byte), name and value of each header (UTF-8 with a
/// 2-byte length each), then the value up to the end.
public final class Message {
    private static final byte FORMAT = 1;

    private Message() {}

    /// The record of these bytes; anything else than format 1 is a fault.
    public static ProducerRecord<String, byte[]> read(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        var format = in.get();
        if (format != FORMAT) {
            throw new IllegalStateException("outbox message of unknown format " + format);
        }
        var topic = text(in);
        var key = text(in);
        var count = Byte.toUnsignedInt(in.get());
        List<Header> headers = new ArrayList<>(count);
        for (var i = 0; i < count; i++) {
            headers.add(new RecordHeader(text(in), part(in, length(in))));
        }
        return new ProducerRecord<>(topic, null, null, key, part(in, in.remaining()), headers);
    }

    /// These parts as bytes.
    public static byte[] write(String topic, String key, Map<String, String> headers, byte[] value) {
        var parts = new ArrayList<byte[]>(2 + 2 * headers.size());
        parts.add(utf8(topic));
        parts.add(utf8(key));
        headers.forEach((name, text) -> {
            parts.add(utf8(name));
            parts.add(utf8(text));
        });
        var size = 2
                + value.length
                + parts.stream().mapToInt(part -> 2 + part.length).sum();
        var out = ByteBuffer.allocate(size).put(FORMAT);
        put(out, parts.get(0));
        put(out, parts.get(1));
        out.put((byte) headers.size());
        parts.subList(2, parts.size()).forEach(part -> put(out, part));
        return out.put(value).array();
    }

    private static void put(ByteBuffer out, byte[] part) {
        if (part.length > 0xFFFF) {
            throw new IllegalArgumentException("a header or key of more than 65,535 bytes");
        }
        out.putShort((short) part.length).put(part);
    }

    private static int length(ByteBuffer in) {
        return Short.toUnsignedInt(in.getShort());
    }

    private static String text(ByteBuffer in) {
        return new String(part(in, length(in)), StandardCharsets.UTF_8);
    }

    private static byte[] part(ByteBuffer in, int length) {
        var part = new byte[length];
        in.get(part);
        return part;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
