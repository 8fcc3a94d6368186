package hoso.healthrecord.sharing.card;

import hoso.chassis.personal.Sensitive;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A card that was issued.
///
/// @param key id of the key that signed it
/// @param rid by which it is revoked
/// @param jws the card itself (SMART Health Cards 1.4)
record Card(
        UUID id,
        UUID record,
        String key,
        String rid,
        String jws,
        Instant issuedAt,
        Instant until,
        @Nullable Instant revokedAt)
        implements Sensitive {
    private static final int FIRST = 45;

    /// What stands in the QR code: `shc:/` and each character as two digits.
    String qr() {
        var digits = new StringBuilder("shc:/");
        jws.chars().forEach(one -> digits.append("%02d".formatted(one - FIRST)));
        return digits.toString();
    }

    Card signed(String key, String jws) {
        return new Card(id, record, key, rid, jws, issuedAt, until, revokedAt);
    }

    Card revoked(Instant now) {
        return revokedAt != null ? this : new Card(id, record, key, rid, jws, issuedAt, until, now);
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
