package hoso.judicialcert.agency;

import hoso.chassis.vault.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;

/// The text of a place in the feed. It is encrypted: the numbers of two entries would tell how many lie between them
/// that an agency may not see.
@ApplicationScoped
class FeedCursors {
    /// Whose key it is: nobody's but the feed's.
    private static final UUID FEED = new UUID(0, 0xfeed);

    private final Vault vault;

    FeedCursors(Vault vault) {
        this.vault = vault;
    }

    /// What a caller gives back as `after`.
    @Transactional
    String text(FeedCursor place) {
        var bytes = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(place.transaction())
                .putLong(place.number())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(vault.seal(FEED, bytes));
    }

    /// Empty for a text that is none of ours.
    Optional<FeedCursor> read(String text) {
        try {
            var bytes = ByteBuffer.wrap(vault.open(FEED, Base64.getUrlDecoder().decode(text)));
            return Optional.of(new FeedCursor(bytes.getLong(), bytes.getLong()));
        } catch (IllegalArgumentException | IllegalStateException | NoSuchElementException _) {
            // No Base64, not encrypted by us, or nothing was ever given out.
            return Optional.empty();
        }
    }
}
