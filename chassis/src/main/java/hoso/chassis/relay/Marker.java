package hoso.chassis.relay;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/// A message in the log that is published to nobody: when the relay has come past it, it has come past everything
/// that was committed before it.
final class Marker {
    /// Of its own, so that a relay that knows no markers passes them by.
    static final String PREFIX = "outbox-marker";

    private static final SecureRandom RANDOM = new SecureRandom();

    private Marker() {}

    /// Writes one and commits it.
    ///
    /// @return what it is known by
    static long write(Connection connection) throws SQLException {
        var marker = RANDOM.nextLong();
        try (var statement = connection.prepareStatement("select pg_logical_emit_message(true, ?, ?)")) {
            statement.setString(1, PREFIX);
            statement.setBytes(2, Long.toHexString(marker).getBytes(StandardCharsets.US_ASCII));
            statement.execute();
        }
        return marker;
    }

    /// The marker in this message of the log; null when it is none.
    static @Nullable Long read(Struct message) {
        return PREFIX.equals(message.getString("prefix"))
                ? Long.parseUnsignedLong(new String(content(message), StandardCharsets.US_ASCII), 16)
                : null;
    }

    /// The bytes of a logical message.
    static byte[] content(Struct message) {
        return switch (message.get("content")) {
            case byte[] bytes -> bytes;
            case ByteBuffer buffer -> {
                var bytes = new byte[buffer.remaining()];
                buffer.duplicate().get(bytes);
                yield bytes;
            }
            default -> throw new IllegalStateException("a logical message without bytes");
        };
    }
}
