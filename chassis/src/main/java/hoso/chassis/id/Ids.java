package hoso.chassis.id;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/// Makes identifiers. UUID version 7 (RFC 9562): the first 48 bits are the milliseconds of the clock, so that rows
/// written together lie together on disk; the rest is random, so that nobody can guess a neighbour.
@Singleton
public class Ids {
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public Ids(Clock clock) {
        this.clock = clock;
    }

    /// A new identifier.
    public UUID next() {
        var time = clock.millis() << 16;
        var version = 0x7000L | random.nextInt(0x1000);
        var variant = 0x8000_0000_0000_0000L | (random.nextLong() >>> 2);
        return new UUID(time | version, variant);
    }

    /// A secret of `bytes` random bytes, as URL-safe text without padding.
    public String secret(int bytes) {
        var secret = new byte[bytes];
        random.nextBytes(secret);
        return java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }
}
