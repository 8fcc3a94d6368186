package hoso.healthrecord.sharing.link;

import hoso.chassis.id.Ids;
import hoso.chassis.passcode.PasscodeHashes;
import hoso.chassis.passcode.Places;
import hoso.chassis.problem.Problem;
import hoso.healthrecord.sharing.link.Share.Typed;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Makes and checks passcodes. Each costs a tenth of a second of a processor and 19 MiB for that time, so it is done
/// before the link is locked, for nobody without its address, and for few at a time. Whoever finds too many waiting is
/// told at once when to come again.
@ApplicationScoped
public class Passcodes {
    /// 32 have their turn within two seconds; the gateway would give up a longer wait.
    private final Places places = new Places(2, 32, Duration.ofSeconds(5));

    private final Shares shares;
    private final Links links;
    private final PasscodeHashes hashes;
    private final Ids ids;
    private final Clock clock;

    Passcodes(Shares shares, Links links, PasscodeHashes hashes, Ids ids, Clock clock) {
        this.shares = shares;
        this.links = links;
        this.hashes = hashes;
        this.ids = ids;
        this.clock = clock;
    }

    /// The id of a link that is going to be made, and the passcode it will have.
    public record Fresh(UUID share, byte @Nullable [] passcode) {}

    /// Made before the transaction of the link begins.
    public Fresh fresh(@Nullable String passcode) {
        var share = ids.next();
        return new Fresh(
                share, passcode == null ? null : inTurn(() -> hashes.hash(share, links.passcodeMark(share, passcode))));
    }

    /// What was typed. Nothing when nothing was, or when the link is refused whatever was typed. A passcode never
    /// changes, so what is found here is still true when the link is locked.
    public Typed check(String address, @Nullable String typed) {
        if (typed == null) {
            return Typed.NOTHING;
        }
        var share = shares.at(links.addressMark(address)).orElse(null);
        if (share == null || !share.flags().passcode() || share.state(clock.instant()) != Share.State.OPEN) {
            return Typed.NOTHING;
        }
        var kept = Objects.requireNonNull(shares.marks(share).passcode());
        var mark = links.passcodeMark(share.id(), typed);
        return inTurn(() -> hashes.isRight(kept, share.id(), mark) ? Typed.RIGHT : Typed.WRONG);
    }

    private <T> T inTurn(Supplier<T> work) {
        return places.with(work)
                .orElseThrow(() -> Problem.of(503, "unavailable")
                        .header("Retry-After", "5")
                        .raise());
    }
}
