package hoso.healthrecord.sharing.giving;

import hoso.chassis.event.Outbox;
import hoso.chassis.personal.Sensitive;
import hoso.healthrecord.record.HealthRecords;
import hoso.healthrecord.sharing.link.Flags;
import hoso.healthrecord.sharing.link.Links;
import hoso.healthrecord.sharing.link.Passcodes;
import hoso.healthrecord.sharing.link.Share;
import hoso.healthrecord.sharing.link.ShareEvents;
import hoso.healthrecord.sharing.link.Shares;
import hoso.healthrecord.sharing.link.Terms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Makes links, and brings those for long up to date. Both encrypt with a key that the owner's app brings, and that is
/// forgotten with the request: so the service can show what is in a file to nobody.
@ApplicationScoped
class MakeShare {
    /// Of one citizen; who needs more ends some.
    private static final int MOST_OPEN = 50;

    private final HealthRecords records;
    private final Shares shares;
    private final ShareFilesWriter content;
    private final Links links;
    private final Outbox outbox;
    private final Clock clock;

    MakeShare(HealthRecords records, Shares shares, ShareFilesWriter content, Links links, Outbox outbox, Clock clock) {
        this.records = records;
        this.shares = shares;
        this.content = content;
        this.links = links;
        this.outbox = outbox;
        this.clock = clock;
    }

    /// What an owner wants.
    ///
    /// @param maxUses absent for as often as one likes
    /// @param key 32 bytes
    record Wish(
            Terms terms,
            Flags flags,
            Instant until,
            @Nullable Integer maxUses,
            byte[] key) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    sealed interface Outcome {
        record Made(Share share) implements Outcome {}

        record Refused(ShareRefusal refusal) implements Outcome {}
    }

    /// @param fresh the id it gets, and the passcode as it is kept
    @Transactional
    Outcome make(UUID owner, Wish wish, String key, Passcodes.Fresh fresh) {
        var now = now();
        var record = records.lockedOf(owner);
        if (record.isEmpty()) {
            return new Outcome.Refused(new ShareRefusal.Unknown());
        }
        var missing = content.missing(record.get().id(), wish.terms().choice());
        if (missing.isPresent()) {
            return new Outcome.Refused(new ShareRefusal.NoSuchVisit(missing.get()));
        }
        // The record is held, so of two made at once the second is counted with the first.
        var open = shares.lockAll(owner).stream()
                .filter(one -> one.state(now) == Share.State.OPEN)
                .count();
        if (open >= MOST_OPEN) {
            return new Outcome.Refused(new ShareRefusal.TooMany(MOST_OPEN));
        }
        var files = content.files(record.get().id(), wish.terms().choice(), wish.key(), now);
        if (files.isEmpty()) {
            return new Outcome.Refused(new ShareRefusal.NothingToShow());
        }
        var share = Share.of(
                fresh.share(),
                record.get().id(),
                owner,
                wish.terms(),
                wish.flags(),
                now,
                wish.until().truncatedTo(ChronoUnit.SECONDS),
                wish.maxUses());
        var marks = new Shares.Marks(
                links.addressMark(links.address(share.id())), links.keyMark(share.id(), key), fresh.passcode());
        shares.add(share, marks, files);
        outbox.append(ShareEvents.made(share));
        return new Outcome.Made(share);
    }

    /// Makes the files of a link for long anew, as the record is now.
    ///
    /// @param key the text of it, and its bytes
    @Transactional
    Outcome renew(UUID owner, UUID id, String key, byte[] bytes) {
        var now = now();
        var found = shares.lock(owner, id);
        if (found.isEmpty()) {
            return new Outcome.Refused(new ShareRefusal.Unknown());
        }
        var share = found.get();
        if (!share.flags().longTerm()) {
            return new Outcome.Refused(new ShareRefusal.NotLongTerm());
        }
        if (share.state(now) != Share.State.OPEN) {
            return new Outcome.Refused(new ShareRefusal.Over(share.state(now).name()));
        }
        if (!links.isKey(share.id(), key, shares.marks(share).key())) {
            return new Outcome.Refused(new ShareRefusal.OtherKey());
        }
        shares.replaceFiles(share, content.files(share.record(), share.terms().choice(), bytes, now));
        return new Outcome.Made(share);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
