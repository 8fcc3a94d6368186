package hoso.chassis.page;

import hoso.chassis.problem.Problem;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A place in a list ordered by time and id. Its text is opaque to callers: base64url of microseconds and id.
public record Cursor(Instant at, UUID id) {
    private static final int BYTES = 24;

    /// Times beyond are none that a database could have given.
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    /// The text that a caller gives back as `after`.
    public String text() {
        var micros = at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
        var bytes = ByteBuffer.allocate(BYTES)
                .putLong(micros)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// Reads `after`; absent means the start of the list; a text we did not make is the problem `cursor-unreadable`.
    public static @Nullable Cursor parse(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            if (bytes.length == BYTES) {
                var in = ByteBuffer.wrap(bytes);
                var micros = in.getLong();
                var at = Instant.ofEpochSecond(
                        Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000);
                if (!at.isBefore(FIRST) && !at.isAfter(LAST)) {
                    return new Cursor(at, new UUID(in.getLong(), in.getLong()));
                }
            }
        } catch (IllegalArgumentException _) {
            // Not base64: told below like any other text that is not ours.
        }
        throw Problem.of(400, "cursor-unreadable").raise();
    }
}
