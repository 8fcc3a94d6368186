package hoso.judicialcert.agency;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;

/// A place in the feed of certificates. Its text is opaque to callers.
///
/// @param transaction the transaction that wrote the entry
/// @param number of the entry
record Place(long transaction, long number) {
    static final Place START = new Place(0, 0);

    /// The text that a caller gives back as `after`.
    String text() {
        var bytes = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(transaction)
                .putLong(number)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// Empty for a text that is none of ours.
    static Optional<Place> read(String text) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.remaining() != 2 * Long.BYTES) {
                return Optional.empty();
            }
            var place = new Place(bytes.getLong(), bytes.getLong());
            return place.transaction < 0 || place.number < 0 ? Optional.empty() : Optional.of(place);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
