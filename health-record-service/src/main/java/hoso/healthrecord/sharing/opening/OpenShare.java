package hoso.healthrecord.sharing.opening;

import hoso.chassis.event.Outbox;
import hoso.healthrecord.access.gate.AccessRequest;
import hoso.healthrecord.access.gate.Passage;
import hoso.healthrecord.access.gate.RecordGate;
import hoso.healthrecord.access.gate.Sight;
import hoso.healthrecord.access.journal.Asker;
import hoso.healthrecord.access.journal.Purpose;
import hoso.healthrecord.access.journal.Right;
import hoso.healthrecord.access.journal.Wanted;
import hoso.healthrecord.hiv.HivRules;
import hoso.healthrecord.sharing.link.Links;
import hoso.healthrecord.sharing.link.Share;
import hoso.healthrecord.sharing.link.Share.Admission;
import hoso.healthrecord.sharing.link.Share.Typed;
import hoso.healthrecord.sharing.link.ShareEvents;
import hoso.healthrecord.sharing.link.ShareFile;
import hoso.healthrecord.sharing.link.Shares;
import hoso.healthrecord.sharing.opening.Tickets.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Opens what an owner handed on. The link is held meanwhile, so that uses and wrong passcodes are counted exactly; the
/// count, the reading, its entry in the journal and the event are one transaction.
@ApplicationScoped
class OpenShare {
    private final Shares shares;
    private final Links links;
    private final Tickets tickets;
    private final RecordGate gate;
    private final Outbox outbox;
    private final Clock clock;

    OpenShare(Shares shares, Links links, Tickets tickets, RecordGate gate, Outbox outbox, Clock clock) {
        this.shares = shares;
        this.links = links;
        this.tickets = tickets;
        this.gate = gate;
        this.outbox = outbox;
        this.clock = clock;
    }

    /// A file, and what is to be said of it now.
    record Shown(ShareFile file, ShareFile.Status status) {}

    sealed interface Outcome {
        record Opened(Share share, List<Shown> files) implements Outcome {}

        /// There is no such link, or it does not count any more: which of them is told to nobody.
        record Gone() implements Outcome {}

        record PasscodeRefused(int attemptsLeft) implements Outcome {}
    }

    /// Opens a link.
    ///
    /// @param direct is its file asked for, rather than its manifest?
    @Transactional
    Outcome open(String address, Typed passcode, String recipient, boolean direct) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var held = shares.lockAt(links.addressMark(address))
                .filter(share -> share.flags().direct() == direct);
        if (held.isEmpty()) {
            return new Outcome.Gone();
        }
        return switch (held.get().admit(passcode, now)) {
            case Admission.Over _ -> new Outcome.Gone();
            case Admission.PasscodeNeeded(var left) -> new Outcome.PasscodeRefused(left);
            case Admission.PasscodeWrong(var counted, var left) -> {
                shares.save(counted);
                if (counted.state(now) == Share.State.LOCKED) {
                    shares.dropFiles(counted);
                    outbox.append(ShareEvents.locked(counted, now));
                }
                yield new Outcome.PasscodeRefused(left);
            }
            case Admission.Admitted(var admitted) -> {
                var opened = read(admitted, recipient, null);
                if (opened.isEmpty()) {
                    yield new Outcome.Gone();
                }
                shares.save(admitted);
                outbox.append(ShareEvents.opened(admitted, now));
                yield new Outcome.Opened(admitted, opened.get());
            }
        };
    }

    /// The file of a ticket, while its link counts: one that was used up with this opening still does.
    @Transactional
    Optional<ShareFile> file(String text) {
        var now = clock.instant();
        var ticket = tickets.read(text).filter(one -> now.isBefore(one.until()));
        var share = ticket.flatMap(one -> shares.lockAt(links.addressMark(links.address(one.share()))))
                .filter(one -> isInTime(one, now));
        if (ticket.isEmpty() || share.isEmpty()) {
            return Optional.empty();
        }
        return read(share.get(), share.get().terms().recipient(), ticket.get())
                .flatMap(files -> files.stream().findFirst())
                .map(Shown::file);
    }

    private static boolean isInTime(Share share, Instant now) {
        return switch (share.state(now)) {
            case OPEN, USED_UP -> true;
            case ENDED, LOCKED, EXPIRED -> false;
        };
    }

    /// What is in sight, through the gate of the record.
    private Optional<List<Shown>> read(Share share, String recipient, @Nullable Ticket ticket) {
        var asker = new Asker.Opener(share.id(), recipient);
        var request = new AccessRequest(
                asker, Set.of(Right.SHARE), share.id(), Purpose.OWNER_REQUEST, Wanted.of(Wanted.Kind.SHARE_FILE));
        var passage = gate.read(
                request, sight -> Optional.of(shown(share, ticket, sight)).filter(files -> !files.isEmpty()));
        return passage instanceof Passage.Shown<List<Shown>> seen ? Optional.of(seen.content()) : Optional.empty();
    }

    private List<Shown> shown(Share share, @Nullable Ticket ticket, Sight sight) {
        var denials = sight.restriction().denials();
        var standing = shares.standing(share.record());
        return shares.files(share).stream()
                .filter(file -> ticket == null || file.number() == ticket.file())
                .filter(file -> !file.isDenied(denials, share.terms().choice().kinds()))
                .map(file -> new Shown(
                        file,
                        file.status(standing, HivRules.VERSION, share.flags().longTerm())))
                .filter(one -> one.status() != ShareFile.Status.WITHDRAWN)
                .toList();
    }
}
