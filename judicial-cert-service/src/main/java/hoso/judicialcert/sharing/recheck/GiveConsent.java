package hoso.judicialcert.sharing.recheck;

import hoso.chassis.event.Outbox;
import hoso.chassis.id.Ids;
import hoso.chassis.personal.Sensitive;
import hoso.chassis.text.Placeholders;
import hoso.judicialcert.certificate.issue.Certificates;
import hoso.judicialcert.certificate.issue.RegisterFingerprints;
import hoso.judicialcert.certificate.issue.Standing;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.person.CertificateId;
import hoso.judicialcert.person.CitizenId;
import hoso.judicialcert.sharing.recheck.ConsentEvent.RecheckConsentGranted;
import hoso.judicialcert.sharing.recheck.ConsentEvent.RecheckConsentWithdrawn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Takes a holder's consent, and its withdrawal.
@ApplicationScoped
class GiveConsent {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final Certificates certificates;
    private final RegisterFingerprints marks;
    private final ConsentRows consents;
    private final RecheckKeys keys;
    private final Law law;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    GiveConsent(
            Certificates certificates,
            RegisterFingerprints marks,
            ConsentRows consents,
            RecheckKeys keys,
            Law law,
            Outbox outbox,
            Ids ids,
            Clock clock) {
        this.certificates = certificates;
        this.marks = marks;
        this.consents = consents;
        this.keys = keys;
        this.law = law;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /// What a holder agrees to.
    ///
    /// @param textVersion the text they saw
    record Wish(
            CertificateId certificate,
            String recipient,
            @Nullable String organisation,
            String purpose,
            Instant until,
            String textVersion,
            Locale language)
            implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    sealed interface Outcome {
        record Given(Consent consent) implements Outcome {}

        record Refused(RecheckRefusal refusal) implements Outcome {}
    }

    @Transactional
    Outcome give(CitizenId holder, Wish wish) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var day = Law.dayOf(now);
        // Nobody consents for another: who asked for a certificate in somebody's name may read it, not this.
        var certificate = certificates
                .find(wish.certificate(), holder)
                .filter(found -> found.holder().equals(holder))
                .orElse(null);
        if (certificate == null) {
            return new Outcome.Refused(new RecheckRefusal.NoSuchCertificate());
        }
        var rule = law.sharing(certificate.kind(), day);
        if (!rule.allowed()) {
            return new Outcome.Refused(new RecheckRefusal.KindNotShareable(certificate.kind(), rule.rule()));
        }
        if (!(certificate.standing() instanceof Standing.Valid)) {
            return new Outcome.Refused(new RecheckRefusal.NoLongerCounts(certificate.standing()));
        }
        if (!marks.areKept(certificate.id())) {
            return new Outcome.Refused(new RecheckRefusal.NotComparable());
        }
        if (!wish.until().isAfter(now) || wish.until().isAfter(now.plus(Duration.ofDays(rule.recheckMaxDays())))) {
            return new Outcome.Refused(new RecheckRefusal.OutOfBounds(rule.recheckMaxDays()));
        }
        var text = law.consentText(day);
        if (!text.rule().equals(wish.textVersion())) {
            return new Outcome.Refused(new RecheckRefusal.TextNotInForce(text.rule()));
        }
        var until = wish.until().truncatedTo(ChronoUnit.MICROS);
        var terms = new Consent.Terms(
                wish.recipient(),
                wish.organisation(),
                wish.purpose(),
                filled(text.text().in(wish.language()), wish, certificate.number()));
        var consent = Consent.given(
                new ConsentId(ids.next()),
                certificate.id(),
                holder,
                terms,
                text.rule(),
                now,
                until,
                rule.recheckPerDay());
        consents.add(consent, keys.blindIndex(keys.of(consent.id())));
        outbox.append(ConsentEvents.of(consent, new RecheckConsentGranted(now)));
        return new Outcome.Given(consent);
    }

    /// Empty when the citizen has given no such consent.
    @Transactional
    Optional<Consent> withdraw(ConsentId id, CitizenId holder) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return consents.lock(id, holder).map(consent -> {
            if (consent.withdrawnAt() != null) {
                return consent;
            }
            var withdrawn = consent.withdraw(now);
            consents.save(withdrawn);
            outbox.append(ConsentEvents.of(withdrawn, new RecheckConsentWithdrawn(now)));
            return withdrawn;
        });
    }

    private static String filled(String text, Wish wish, String number) {
        return Placeholders.fill(
                text,
                Map.of(
                        "number", number,
                        "until", DAY.format(Law.dayOf(wish.until())),
                        "recipient", wish.recipient(),
                        "purpose", wish.purpose()));
    }
}
