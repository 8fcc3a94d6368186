package hoso.judicialcert.agency;

import hoso.judicialcert.certificate.issue.Certificate;
import hoso.judicialcert.certificate.issue.Certificates;
import hoso.judicialcert.certificate.issue.Standing;
import hoso.judicialcert.journal.Access;
import hoso.judicialcert.journal.AccessJournal;
import hoso.judicialcert.journal.Subject;
import hoso.judicialcert.law.AgencyRule;
import hoso.judicialcert.law.CertificateKind;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.person.CertificateId;
import hoso.judicialcert.person.Person;
import hoso.judicialcert.register.matching.Comparison;
import hoso.judicialcert.request.lifecycle.CertificateRequest;
import hoso.judicialcert.request.lifecycle.CertificateRequests;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Gives an agency a certificate it heard of, if it names the one it is about, in place of asking its holder for paper
/// (Decree 216/2026 Art. 6.4).
@ApplicationScoped
class ReadCertificate {
    private final Gate gate;
    private final RefusalRows refusals;
    private final Certificates certificates;
    private final CertificateRequests requests;
    private final AccessJournal journal;
    private final Clock clock;

    ReadCertificate(
            Gate gate,
            RefusalRows refusals,
            Certificates certificates,
            CertificateRequests requests,
            AccessJournal journal,
            Clock clock) {
        this.gate = gate;
        this.refusals = refusals;
        this.certificates = certificates;
        this.requests = requests;
        this.journal = journal;
        this.clock = clock;
    }

    private record Reading(Grounds grounds, Certificate certificate, CertificateRequest request, Access.View view) {}

    sealed interface Outcome {
        record Shown(Certificate certificate) implements Outcome {}

        record Document(Certificate certificate, byte[] bytes) implements Outcome {}

        record Refused(AgencyRefusal refusal) implements Outcome {}
    }

    /// How it stands, without what it says.
    @Transactional
    Outcome standing(Grounds grounds, CertificateId id, Person named) {
        return read(grounds, id, named, Access.View.STANDING);
    }

    /// The signed document, as long as it counts.
    @Transactional
    Outcome document(Grounds grounds, CertificateId id, Person named) {
        return read(grounds, id, named, Access.View.DOCUMENT);
    }

    private Outcome read(Grounds grounds, CertificateId id, Person named, Access.View view) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        // Ground and quota are settled before the id is looked at, by the least that any rule lets an agency see:
        // an agency that is refused learns nothing of which certificates there are.
        var entrance = gate.enter(grounds, CertificateKind.NO_1, now);
        var reading = certificates.find(id).map(certificate -> reading(grounds, certificate, view));
        return switch (entrance) {
            case Gate.Entrance.Barred(var refusal) -> {
                var why = refusal instanceof AgencyRefusal.QuotaUsed ? "QUOTA_USED" : "NO_LEGAL_BASIS";
                reading.ifPresent(found -> noteSome(found, why, now));
                yield new Outcome.Refused(refusal);
            }
            case Gate.Entrance.Granted(var rule) ->
                reading.map(found -> read(found, rule, named, now))
                        .orElseGet(() -> new Outcome.Refused(new AgencyRefusal.NoSuchCertificate()));
        };
    }

    private Reading reading(Grounds grounds, Certificate certificate, Access.View view) {
        return new Reading(
                grounds, certificate, requests.find(certificate.request()).orElseThrow(), view);
    }

    private Outcome read(Reading reading, AgencyRule.AgencyAccess rule, Person named, Instant now) {
        var certificate = reading.certificate();
        if (!rule.covers(certificate.kind())) {
            // A No. 2 is not there for whom the law shows No. 1 alone: that one was made says something already.
            noteSome(reading, "NO_LEGAL_BASIS", now);
            return new Outcome.Refused(new AgencyRefusal.NoSuchCertificate());
        }
        if (!isAbout(reading.request(), named)) {
            // Counted and written down like a reading: whoever tries persons out is seen, and soon has no more today.
            return refused(reading, "PERSON_DIFFERS", new AgencyRefusal.NoSuchCertificate());
        }
        if (reading.view() == Access.View.STANDING) {
            note(reading, Access.Outcome.SHOWN, rule.rule());
            return new Outcome.Shown(certificate);
        }
        var standing = certificate.standing();
        return switch (standing) {
            case Standing.Valid _ -> {
                note(reading, Access.Outcome.SHOWN, rule.rule());
                yield new Outcome.Document(certificate, certificates.document(certificate));
            }
            case Standing.Superseded _, Standing.Revoked _ ->
                refused(reading, standing.name(), new AgencyRefusal.NoLongerCounts(standing));
        };
    }

    private static boolean isAbout(CertificateRequest request, Person named) {
        return Comparison.of(request.applicant().person(), named).match() == Comparison.Match.CERTAIN;
    }

    private Outcome refused(Reading reading, String why, AgencyRefusal refusal) {
        note(reading, Access.Outcome.REFUSED, why);
        return new Outcome.Refused(refusal);
    }

    /// Of refusals the first few of a day are written down.
    private void noteSome(Reading reading, String why, Instant now) {
        var organisation = reading.grounds().organisation();
        var holder = reading.certificate().holder().toString();
        if (refusals.isToBeNoted(organisation, holder, Law.dayOf(now))) {
            note(reading, Access.Outcome.REFUSED, why);
        }
    }

    private void note(Reading reading, Access.Outcome outcome, String detail) {
        var grounds = reading.grounds();
        journal.note(
                new Access(
                        new Subject.Citizen(reading.certificate().holder()),
                        Access.Kind.AGENCY_CERTIFICATE,
                        grounds.party(),
                        reading.certificate().id(),
                        grounds.purpose(),
                        grounds.basis(),
                        reading.view(),
                        outcome,
                        detail),
                reading.request().isWithheld());
    }
}
