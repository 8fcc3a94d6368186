package hoso.judicialcert.share;

import hoso.chassis.id.Ids;
import hoso.chassis.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Makes of what somebody typed what can be compared. It takes a quarter of a second of a processor, so it is done
/// before
/// the share is held, for nobody without its secret, and for few at a time.
@ApplicationScoped
class Passcodes {
    private static final long PATIENCE_SECONDS = 10;

    /// More than one, so that one who keeps coming does not keep everybody else waiting.
    private static final int AT_ONCE = 2;

    private final ShareRows shares;
    private final Secrets secrets;
    private final Ids ids;
    private final Clock clock;
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    Passcodes(ShareRows shares, Secrets secrets, Ids ids, Clock clock) {
        this.shares = shares;
        this.secrets = secrets;
        this.ids = ids;
        this.clock = clock;
    }

    /// The id of a share that is going to be made, and the passcode it will have.
    record Fresh(ShareId share, byte @Nullable [] passcode) {}

    /// Made before the transaction of the share begins.
    Fresh fresh(@Nullable String passcode) {
        var share = new ShareId(ids.next());
        return new Fresh(share, passcode == null ? null : slowly(share, passcode));
    }

    /// Null when nothing was typed, or nothing needs to be: also not for what is refused whatever was typed.
    byte @Nullable [] made(String secret, @Nullable String typed, Opener opener, String key) {
        var share = typed == null ? null : shares.find(secrets.mark(secret)).orElse(null);
        if (typed == null || share == null || !share.hasPasscode()) {
            return null;
        }
        var before = shares.opening(share, key);
        var isOthers = before.isPresent() && !before.get().opener().equals(opener);
        return switch (share.state(clock.instant())) {
            case ENDED, LOCKED, EXPIRED -> null;
            case OPEN -> isOthers ? null : slowly(share.id(), typed);
            case USED_UP -> isOthers || before.isEmpty() ? null : slowly(share.id(), typed);
        };
    }

    private byte[] slowly(ShareId share, String typed) {
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw Problem.of(503, "unavailable").header("Retry-After", "5").raise();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw Problem.of(503, "unavailable").header("Retry-After", "5").raise();
        }
        try {
            return secrets.passcode(share, typed);
        } finally {
            places.release();
        }
    }
}
