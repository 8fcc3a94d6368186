package hoso.healthrecord.sharing.opening;

import hoso.chassis.vault.BlindIndex;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/// Tickets for files that are too long to be embedded: each for one file of one link, for some minutes, signed with a
/// key outside the database. Whether the link still counts is asked when the file is fetched.
@Singleton
class Tickets {
    private static final int BODY = 16 + 4 + 8;

    private final BlindIndex blindIndex;

    Tickets(BlindIndex blindIndex) {
        this.blindIndex = blindIndex;
    }

    /// A ticket.
    ///
    /// @param until first moment at which it is over
    record Ticket(UUID share, int file, Instant until) {}

    String write(Ticket ticket) {
        var body = ByteBuffer.allocate(BODY)
                .putLong(ticket.share().getMostSignificantBits())
                .putLong(ticket.share().getLeastSignificantBits())
                .putInt(ticket.file())
                .putLong(ticket.until().getEpochSecond())
                .array();
        var sign = sign(body);
        var all = Arrays.copyOf(body, BODY + sign.length);
        System.arraycopy(sign, 0, all, BODY, sign.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    /// The ticket, if it is one of ours.
    Optional<Ticket> read(String text) {
        byte[] all;
        try {
            all = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
        if (all.length <= BODY) {
            return Optional.empty();
        }
        var body = Arrays.copyOf(all, BODY);
        if (!MessageDigest.isEqual(sign(body), Arrays.copyOfRange(all, BODY, all.length))) {
            return Optional.empty();
        }
        var bytes = ByteBuffer.wrap(body);
        return Optional.of(new Ticket(
                new UUID(bytes.getLong(), bytes.getLong()), bytes.getInt(), Instant.ofEpochSecond(bytes.getLong())));
    }

    private byte[] sign(byte[] body) {
        return blindIndex.of("record-share-ticket:" + HexFormat.of().formatHex(body));
    }
}
