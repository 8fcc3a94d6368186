package hoso.judicialcert.sharing.share;

import hoso.chassis.event.Outbox;
import hoso.chassis.personal.Sensitive;
import hoso.judicialcert.certificate.issue.Certificates;
import hoso.judicialcert.certificate.issue.Standing;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.person.CertificateId;
import hoso.judicialcert.person.CitizenId;
import hoso.judicialcert.request.lifecycle.CertificateRequests;
import hoso.judicialcert.sharing.share.ShareEvent.CertificateShared;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// Makes a share of a certificate, within the bounds the law of today sets for its kind.
@ApplicationScoped
class MakeShare {
    /// Of one certificate; who needs more ends some.
    private static final int MOST_OPEN = 50;

    private final Certificates certificates;
    private final CertificateRequests requests;
    private final ShareRows shares;
    private final Secrets secrets;
    private final Law law;
    private final Outbox outbox;
    private final Clock clock;

    MakeShare(
            Certificates certificates,
            CertificateRequests requests,
            ShareRows shares,
            Secrets secrets,
            Law law,
            Outbox outbox,
            Clock clock) {
        this.certificates = certificates;
        this.requests = requests;
        this.shares = shares;
        this.secrets = secrets;
        this.law = law;
        this.outbox = outbox;
        this.clock = clock;
    }

    /// What a holder wants.
    ///
    /// @param until null for the usual time
    /// @param maxUses null for the usual number
    /// @param passcode null for none
    record Wish(
            CertificateId certificate,
            ShareIntent intent,
            @Nullable Instant until,
            @Nullable Integer maxUses,
            @Nullable String passcode)
            implements Sensitive {
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
    Outcome make(CitizenId holder, Wish wish, Passcodes.Fresh fresh) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var certificate = certificates
                .find(wish.certificate(), holder)
                .filter(found -> requests.find(found.request()).orElseThrow().mayHandOn(holder, now))
                .orElse(null);
        if (certificate == null) {
            return new Outcome.Refused(new ShareRefusal.Unknown());
        }
        var rule = law.sharing(certificate.kind(), Law.dayOf(now));
        if (!rule.allowed()) {
            return new Outcome.Refused(new ShareRefusal.KindNotShareable(certificate.kind(), rule.rule()));
        }
        if (!(certificate.standing() instanceof Standing.Valid)) {
            return new Outcome.Refused(new ShareRefusal.NoLongerCounts(certificate.standing()));
        }
        var until = wish.until() == null ? now.plus(Duration.ofDays(rule.defaultDays())) : wish.until();
        var uses = wish.maxUses() == null ? rule.defaultUses() : wish.maxUses();
        if (!until.isAfter(now)
                || until.isAfter(now.plus(Duration.ofDays(rule.maxDays())))
                || uses < 1
                || uses > rule.maxUses()) {
            return new Outcome.Refused(new ShareRefusal.OutOfBounds(rule.maxDays(), rule.maxUses()));
        }
        if (shares.open(certificate.id(), now) >= MOST_OPEN) {
            return new Outcome.Refused(new ShareRefusal.TooMany(MOST_OPEN));
        }
        var passcode = fresh.passcode();
        var share = Share.of(
                fresh.share(),
                certificate.id(),
                holder,
                wish.intent(),
                now,
                until.truncatedTo(ChronoUnit.MICROS),
                uses,
                passcode != null);
        shares.add(share, certificate.holder(), secrets.blindIndex(secrets.ofShare(share.id())), passcode);
        outbox.append(ShareEvents.of(share, new CertificateShared(now)));
        return new Outcome.Made(share);
    }
}
