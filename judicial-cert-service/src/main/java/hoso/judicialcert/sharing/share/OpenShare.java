package hoso.judicialcert.sharing.share;

import hoso.chassis.event.Outbox;
import hoso.chassis.id.Ids;
import hoso.judicialcert.certificate.issue.Certificate;
import hoso.judicialcert.certificate.issue.Certificates;
import hoso.judicialcert.certificate.issue.Standing;
import hoso.judicialcert.journal.Access;
import hoso.judicialcert.journal.AccessJournal;
import hoso.judicialcert.journal.Party;
import hoso.judicialcert.journal.Subject;
import hoso.judicialcert.sharing.share.Share.Admission;
import hoso.judicialcert.sharing.share.ShareEvent.CertificateShareOpened;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Opens what a holder handed on. The share is held meanwhile, so that uses and wrong passcodes are counted exactly;
/// use,
/// journal and event are one transaction.
@ApplicationScoped
class OpenShare {
    /// Long enough for a page to fetch the file, too short to be passed on.
    private static final Duration TICKET = Duration.ofMinutes(5);

    private final ShareRows shares;
    private final Secrets secrets;
    private final Certificates certificates;
    private final AccessJournal journal;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    OpenShare(
            ShareRows shares,
            Secrets secrets,
            Certificates certificates,
            AccessJournal journal,
            Outbox outbox,
            Ids ids,
            Clock clock) {
        this.shares = shares;
        this.secrets = secrets;
        this.certificates = certificates;
        this.journal = journal;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    sealed interface Outcome {

        /// What is shown.
        ///
        /// @param ticket for the document; null when it no longer counts and is not handed out
        record Opened(
                Share share,
                Certificate certificate,
                Opening opening,
                @Nullable String ticket) implements Outcome {}

        record Document(Certificate certificate, byte[] bytes) implements Outcome {}

        record Refused(ShareRefusal refusal) implements Outcome {}
    }

    /// Opens a share.
    ///
    /// @param passcode what [Passcodes] found of what was typed
    /// @param key the same key again is the same use, whose answer was lost
    @Transactional
    Outcome open(String secret, Passcodes.Checked passcode, Opener opener, String key) {
        var held = shares.lock(secrets.blindIndex(secret));
        if (held.isEmpty()) {
            return new Outcome.Refused(new ShareRefusal.Unknown());
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var share = held.get();
        var before = shares.opening(share, key);
        if (before.isPresent() && !before.get().opener().equals(opener)) {
            return new Outcome.Refused(new ShareRefusal.KeyReused());
        }
        return switch (share.admit(passcode.typed(), before.isPresent(), now)) {
            case Admission.Over(var state) -> refused(share, opener, new ShareRefusal.Over(state), state.name());
            case Admission.PasscodeNeeded() -> new Outcome.Refused(new ShareRefusal.PasscodeNeeded());
            case Admission.PasscodeWrong(var counted, var left) -> {
                shares.save(counted);
                yield refused(share, opener, new ShareRefusal.PasscodeWrong(left), "PASSCODE_WRONG");
            }
            case Admission.Admitted(var admitted) -> {
                if (passcode.renewed() != null) {
                    shares.keepPasscode(share.id(), passcode.renewed());
                }
                yield opened(admitted, before.orElseGet(() -> use(admitted, opener, key, now)));
            }
        };
    }

    /// Hands the document out, to the first who comes with the ticket.
    @Transactional
    Outcome document(String ticket) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var spent = shares.spend(secrets.blindIndex(ticket), now);
        if (spent.isEmpty()) {
            return new Outcome.Refused(new ShareRefusal.TicketOver());
        }
        var share = shares.get(spent.get().share());
        var opener = spent.get().opener();
        var certificate = certificate(share);
        var refusal = refusal(share, certificate, now);
        if (refusal.isPresent()) {
            note(share, opener, Access.Kind.SHARE_DOCUMENT, Access.View.DOCUMENT, Access.Outcome.REFUSED, "OVER");
            return new Outcome.Refused(refusal.get());
        }
        note(share, opener, Access.Kind.SHARE_DOCUMENT, Access.View.DOCUMENT, Access.Outcome.SHOWN, "");
        return new Outcome.Document(certificate, certificates.document(certificate));
    }

    private static Optional<ShareRefusal> refusal(Share share, Certificate certificate, Instant now) {
        var state = share.state(now);
        return switch (state) {
            case ENDED, LOCKED, EXPIRED -> Optional.of(new ShareRefusal.Over(state));
            case OPEN, USED_UP ->
                switch (certificate.standing()) {
                    case Standing.Valid _ -> Optional.empty();
                    case Standing.Superseded _, Standing.Revoked _ ->
                        Optional.of(new ShareRefusal.NoLongerCounts(certificate.standing()));
                };
        };
    }

    private Opening use(Share share, Opener opener, String key, Instant now) {
        var opening = new Opening(ids.next(), share.id(), now, opener, now.plus(TICKET), null);
        shares.save(share);
        shares.open(share, opening, key, secrets.blindIndex(secrets.ofTicket(opening.id())));
        var standing = certificate(share).standing().name();
        note(share, opener, Access.Kind.SHARE_OPENED, Access.View.STANDING, Access.Outcome.SHOWN, standing);
        outbox.append(ShareEvents.of(share, new CertificateShareOpened(now, opening.id())));
        return opening;
    }

    private Outcome opened(Share share, Opening opening) {
        var certificate = certificate(share);
        var ticket = certificate.standing() instanceof Standing.Valid ? secrets.ofTicket(opening.id()) : null;
        return new Outcome.Opened(share, certificate, opening, ticket);
    }

    private Outcome refused(Share share, Opener opener, ShareRefusal refusal, String why) {
        if (shares.countRefusal(share.id())) {
            note(share, opener, Access.Kind.SHARE_OPENED, Access.View.STANDING, Access.Outcome.REFUSED, why);
        }
        return new Outcome.Refused(refusal);
    }

    private void note(
            Share share, Opener opener, Access.Kind kind, Access.View view, Access.Outcome outcome, String detail) {
        journal.note(new Access(
                new Subject.Citizen(certificate(share).holder()),
                kind,
                Party.stranger(opener.name(), opener.organisation()),
                share.certificate(),
                share.intent().purpose(),
                Access.CONSENT,
                view,
                outcome,
                detail));
    }

    private Certificate certificate(Share share) {
        return certificates.find(share.certificate()).orElseThrow();
    }
}
