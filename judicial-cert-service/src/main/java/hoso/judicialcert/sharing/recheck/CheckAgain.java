package hoso.judicialcert.sharing.recheck;

import hoso.judicialcert.certificate.issue.Certificates;
import hoso.judicialcert.certificate.issue.RegisterFingerprints;
import hoso.judicialcert.certificate.issue.Standing;
import hoso.judicialcert.journal.Access;
import hoso.judicialcert.journal.AccessJournal;
import hoso.judicialcert.journal.Party;
import hoso.judicialcert.journal.Subject;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.register.matching.Register;
import hoso.judicialcert.request.lifecycle.CertificateRequests;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Answers whether a certificate is still current. The register is asked whatever the standing is, so that neither the
/// answer nor the time it takes tells why; each question is counted and in the holder's journal.
@ApplicationScoped
class CheckAgain {
    private final ConsentRows consents;
    private final RecheckKeys keys;
    private final Certificates certificates;
    private final RegisterFingerprints marks;
    private final CertificateRequests requests;
    private final Register register;
    private final AccessJournal journal;
    private final Clock clock;

    CheckAgain(
            ConsentRows consents,
            RecheckKeys keys,
            Certificates certificates,
            RegisterFingerprints marks,
            CertificateRequests requests,
            Register register,
            AccessJournal journal,
            Clock clock) {
        this.consents = consents;
        this.keys = keys;
        this.certificates = certificates;
        this.marks = marks;
        this.requests = requests;
        this.register = register;
        this.journal = journal;
        this.clock = clock;
    }

    sealed interface Outcome {
        record Told(RecheckResult news) implements Outcome {}

        record Refused(RecheckRefusal refusal) implements Outcome {}
    }

    @Transactional
    Outcome check(String key) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var found = consents.withKey(keys.blindIndex(key));
        if (found.isEmpty()) {
            return new Outcome.Told(RecheckResult.ENDED);
        }
        var consent = found.get();
        var asked = consents.count(consent.id(), Law.dayOf(now));
        var state = consent.state(now);
        return switch (state) {
            case WITHDRAWN, EXPIRED -> {
                noteRefused(consent, asked, state.name());
                yield new Outcome.Told(RecheckResult.ENDED);
            }
            case OPEN -> {
                if (asked > consent.perDay()) {
                    noteRefused(consent, asked, "QUOTA_USED");
                    yield new Outcome.Refused(new RecheckRefusal.QuotaUsed(nextDay(now)));
                }
                var news = news(consent, now);
                consents.note(consent, news, now);
                note(consent, Access.Outcome.SHOWN, news.name());
                yield new Outcome.Told(news);
            }
        };
    }

    private RecheckResult news(Consent consent, Instant now) {
        var certificate = certificates.find(consent.certificate()).orElseThrow();
        // The same question as when it was issued, bans and all, about the same person.
        var question = requests.find(certificate.request()).orElseThrow().question(Law.dayOf(now));
        var isSame = marks.areStill(certificate.id(), register.find(question));
        return switch (certificate.standing()) {
            case Standing.Valid _ -> isSame ? RecheckResult.NOTHING_NEW : RecheckResult.SOMETHING_NEW;
            case Standing.Superseded _, Standing.Revoked _ -> RecheckResult.SOMETHING_NEW;
        };
    }

    /// As often as somebody may ask, and once more: whoever goes on asking must not fill the journal.
    private void noteRefused(Consent consent, int asked, String why) {
        if (asked <= consent.perDay() + 1) {
            note(consent, Access.Outcome.REFUSED, why);
        }
    }

    private void note(Consent consent, Access.Outcome outcome, String detail) {
        journal.note(new Access(
                new Subject.Citizen(consent.holder()),
                Access.Kind.RECHECK,
                Party.stranger(consent.terms().recipient(), consent.terms().organisation()),
                consent.certificate(),
                consent.terms().purpose(),
                Access.CONSENT,
                Access.View.NEWS,
                outcome,
                detail));
    }

    private static Instant nextDay(Instant now) {
        return Law.dayOf(now).plusDays(1).atStartOfDay(Law.ZONE).toInstant();
    }
}
