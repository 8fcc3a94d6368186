package hoso.judicialcert.sharing.share;

import hoso.chassis.id.Ids;
import hoso.chassis.passcode.PasscodeHashes;
import hoso.chassis.passcode.Places;
import hoso.chassis.problem.Problem;
import hoso.judicialcert.sharing.share.Share.Typed;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Makes and checks passcodes. Each costs a tenth of a second of a processor and 19 MiB for that time, so it is done
/// before the share is locked, for nobody without its secret, and for few at a time. Whoever finds too many waiting is
/// told at once when to come again.
@ApplicationScoped
class Passcodes {
    /// More than one at once, so that one who keeps coming does not keep everybody else waiting. 32 have their turn
    /// within two seconds; the gateway would give up a longer wait.
    private final Places places = new Places(2, 32, Duration.ofSeconds(5));

    private final ShareRows shares;
    private final Secrets secrets;
    private final PasscodeHashes hashes;
    private final Ids ids;
    private final Clock clock;

    Passcodes(ShareRows shares, Secrets secrets, PasscodeHashes hashes, Ids ids, Clock clock) {
        this.shares = shares;
        this.secrets = secrets;
        this.hashes = hashes;
        this.ids = ids;
        this.clock = clock;
    }

    /// The id of a share that is going to be made, and the passcode it will have.
    record Fresh(ShareId share, byte @Nullable [] passcode) {}

    /// What was found of a passcode that somebody typed.
    ///
    /// @param renewed how it is to be kept from now on; null to leave it as it is
    record Checked(Typed typed, byte @Nullable [] renewed) {
        static final Checked NOTHING = new Checked(Typed.NOTHING, null);
    }

    /// Made before the transaction of the share begins.
    Fresh fresh(@Nullable String passcode) {
        var share = new ShareId(ids.next());
        return new Fresh(
                share,
                passcode == null
                        ? null
                        : inTurn(() -> hashes.hash(share.value(), secrets.passcodeMark(share, passcode))));
    }

    /// Nothing when nothing was typed, or nothing needs to be: also not for what is refused whatever was typed. A
    /// share's passcode never changes, so what is found here is still true when the share is locked.
    Checked check(String secret, @Nullable String typed, Opener opener, String key) {
        var share =
                typed == null ? null : shares.find(secrets.blindIndex(secret)).orElse(null);
        if (typed == null || share == null || !share.hasPasscode()) {
            return Checked.NOTHING;
        }
        var before = shares.opening(share, key);
        var isOthers = before.isPresent() && !before.get().opener().equals(opener);
        return switch (share.state(clock.instant())) {
            case ENDED, LOCKED, EXPIRED -> Checked.NOTHING;
            case OPEN -> isOthers ? Checked.NOTHING : checked(share.id(), typed);
            case USED_UP -> isOthers || before.isEmpty() ? Checked.NOTHING : checked(share.id(), typed);
        };
    }

    private Checked checked(ShareId share, String typed) {
        var kept = shares.passcode(share);
        var mark = secrets.passcodeMark(share, typed);
        return inTurn(() -> {
            if (!hashes.isRight(kept, share.value(), mark)) {
                return new Checked(Typed.WRONG, null);
            }
            return new Checked(Typed.RIGHT, hashes.isOutdated(kept) ? hashes.hash(share.value(), mark) : null);
        });
    }

    private <T> T inTurn(Supplier<T> work) {
        return places.with(work)
                .orElseThrow(() -> Problem.of(503, "unavailable")
                        .header("Retry-After", "5")
                        .raise());
    }
}
