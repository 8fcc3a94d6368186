package hoso.judicialcert.agency;

import hoso.judicialcert.certificate.Certificate;
import hoso.judicialcert.certificate.Certificates;
import hoso.judicialcert.certificate.Standing;
import hoso.judicialcert.journal.Access;
import hoso.judicialcert.journal.AccessJournal;
import hoso.judicialcert.journal.Subject;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.law.Rule;
import hoso.judicialcert.register.Comparison;
import hoso.judicialcert.register.Person;
import hoso.judicialcert.request.CertificateId;
import hoso.judicialcert.request.CertificateRequest;
import hoso.judicialcert.request.CertificateRequests;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
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

    /// @param isWithheld the certificate was asked for in proceedings, and its holder is not told of it
    private record Reading(Grounds grounds, Certificate certificate, boolean isWithheld, Access.View view) {}

    sealed interface Outcome {
        record Shown(Certificate certificate) implements Outcome {}

        record Document(Certificate certificate, byte[] bytes) implements Outcome {}

        record Refused(Refusal refusal) implements Outcome {}
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
        var found = certificates.find(id);
        if (found.isEmpty()) {
            return new Outcome.Refused(new Refusal.NoSuchCertificate());
        }
        var certificate = found.get();
        var request = requests.find(certificate.request()).orElseThrow();
        var reading = new Reading(grounds, certificate, request.isWithheld(), view);
        return switch (gate.enter(grounds, certificate.kind(), now)) {
            case Gate.Entrance.Barred(var refusal) -> {
                if (refusals.isToBeNoted(
                        grounds.organisation(), certificate.holder().toString(), Law.dayOf(now))) {
                    var why = refusal instanceof Refusal.QuotaUsed ? "QUOTA_USED" : "NO_LEGAL_BASIS";
                    note(reading, Access.Outcome.REFUSED, why);
                }
                yield new Outcome.Refused(refusal);
            }
            case Gate.Entrance.Granted(var rule) ->
                // Counted and written down like a reading: whoever tries persons out is seen, and soon has no more
                // today.
                isAbout(request, named)
                        ? read(reading, rule)
                        : refused(reading, "PERSON_DIFFERS", new Refusal.NoSuchCertificate());
        };
    }

    private Outcome read(Reading reading, Rule.AgencyAccess rule) {
        var certificate = reading.certificate();
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
                refused(reading, standing.name(), new Refusal.NoLongerCounts(standing));
        };
    }

    private static boolean isAbout(CertificateRequest request, Person named) {
        return Comparison.of(request.applicant().person(), named).match() == Comparison.Match.CERTAIN;
    }

    private Outcome refused(Reading reading, String why, Refusal refusal) {
        note(reading, Access.Outcome.REFUSED, why);
        return new Outcome.Refused(refusal);
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
                reading.isWithheld());
    }
}
