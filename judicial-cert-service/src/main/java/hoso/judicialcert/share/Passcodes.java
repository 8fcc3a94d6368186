package hoso.judicialcert.share;

import hoso.chassis.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Makes of what somebody typed what can be compared. It takes a quarter of a second of a processor, so it is done
/// before
/// the share is held, for nobody without its secret, and for one at a time.
@ApplicationScoped
class Passcodes {
    private static final long PATIENCE_SECONDS = 10;
    private final ShareRows shares;
    private final Secrets secrets;
    private final Clock clock;
    private final Semaphore place = new Semaphore(1, true);

    Passcodes(ShareRows shares, Secrets secrets, Clock clock) {
        this.shares = shares;
        this.secrets = secrets;
        this.clock = clock;
    }

    /// Null when nothing was typed, or nothing needs to be.
    byte @Nullable [] made(String secret, @Nullable String typed) {
        var share = typed == null ? null : shares.find(secrets.mark(secret)).orElse(null);
        if (typed == null || share == null || !share.hasPasscode()) {
            return null;
        }
        return switch (share.state(clock.instant())) {
            case ENDED, LOCKED, EXPIRED -> null;
            case OPEN, USED_UP -> slowly(share.id(), typed);
        };
    }

    private byte[] slowly(ShareId share, String typed) {
        try {
            if (!place.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw Problem.of(503, "unavailable").header("Retry-After", "5").raise();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw Problem.of(503, "unavailable").header("Retry-After", "5").raise();
        }
        try {
            return secrets.passcode(share, typed);
        } finally {
            place.release();
        }
    }
}
