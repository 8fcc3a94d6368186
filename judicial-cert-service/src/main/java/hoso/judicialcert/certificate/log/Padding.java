package hoso.judicialcert.certificate.log;

import hoso.chassis.hash.Sha256;
import hoso.chassis.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/// Entries that stand for nothing. They are spread among the others by lot, and come at times when nothing happens, so
/// that neither the places of two certificates nor the growth of the log tells what else was issued or recalled. Nobody
/// outside can tell them from others; whoever knows the id of one can, by its digest.
@ApplicationScoped
class Padding {
    /// How often one comes by itself, on average.
    private static final Duration IDLE = Duration.ofMinutes(10);

    private final Ids ids;
    private final Clock clock;
    private volatile Instant idleUntil;

    Padding(Ids ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
        this.idleUntil = clock.instant();
        rest();
    }

    /// What stands for nothing.
    ///
    /// @param certificate an id that no certificate has
    record Nothing(UUID certificate, String digest) {}

    /// Whether one is to come although nothing was entered.
    boolean isDue() {
        return !clock.instant().isBefore(idleUntil);
    }

    /// How many are to come before an entry: none three times of four, one three times of sixteen, and so on.
    int before() {
        return Integer.numberOfTrailingZeros(lot() | (1 << 15)) / 2;
    }

    Nothing next() {
        var id = ids.next();
        return new Nothing(id, digest(id));
    }

    /// One came: the next one by itself comes after another while.
    void rest() {
        var twice = IDLE.multipliedBy(2).toMillis();
        idleUntil = clock.instant().plusMillis((twice * lot()) >> 16);
    }

    /// As the database checks it, too: `is_padding`.
    private static String digest(UUID id) {
        return Sha256.hex(("hoso-issuance-log/padding\n" + id + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /// From 0 to 65,535.
    private int lot() {
        var bytes = Base64.getUrlDecoder().decode(ids.secret(2));
        return ((bytes[0] & 0xFF) << Byte.SIZE) | (bytes[1] & 0xFF);
    }
}
