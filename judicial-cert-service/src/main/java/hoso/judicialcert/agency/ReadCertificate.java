package hoso.judicialcert.agency;

import hoso.judicialcert.certificate.Certificate;
import hoso.judicialcert.certificate.Certificates;
import hoso.judicialcert.certificate.Standing;
import hoso.judicialcert.journal.Access;
import hoso.judicialcert.journal.AccessJournal;
import hoso.judicialcert.journal.Subject;
import hoso.judicialcert.request.CertificateId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/// Gives an agency a certificate it heard of, in place of asking its holder for paper (Decree 216/2026 Art. 6.4).
@ApplicationScoped
class ReadCertificate {
    private final Gate gate;
    private final Certificates certificates;
    private final AccessJournal journal;
    private final Clock clock;

    ReadCertificate(Gate gate, Certificates certificates, AccessJournal journal, Clock clock) {
        this.gate = gate;
        this.certificates = certificates;
        this.journal = journal;
        this.clock = clock;
    }

    sealed interface Outcome {
        record Shown(Certificate certificate) implements Outcome {}

        record Document(Certificate certificate, byte[] bytes) implements Outcome {}

        record Refused(Refusal refusal) implements Outcome {}
    }

    /// How it stands, without what it says.
    @Transactional
    Outcome standing(Grounds grounds, CertificateId id) {
        return read(grounds, id, Access.View.STANDING);
    }

    /// The signed document, as long as it counts.
    @Transactional
    Outcome document(Grounds grounds, CertificateId id) {
        return read(grounds, id, Access.View.DOCUMENT);
    }

    private Outcome read(Grounds grounds, CertificateId id, Access.View view) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var found = certificates.find(id);
        if (found.isEmpty()) {
            return new Outcome.Refused(new Refusal.NoSuchCertificate());
        }
        var certificate = found.get();
        return switch (gate.enter(grounds, certificate.kind(), now)) {
            case Gate.Entrance.Barred(var refusal) -> {
                var why = refusal instanceof Refusal.QuotaUsed ? "QUOTA_USED" : "NO_LEGAL_BASIS";
                note(grounds, certificate, view, Access.Outcome.REFUSED, why);
                yield new Outcome.Refused(refusal);
            }
            case Gate.Entrance.Granted(var rule) -> {
                if (view == Access.View.STANDING) {
                    note(grounds, certificate, view, Access.Outcome.SHOWN, rule.rule());
                    yield new Outcome.Shown(certificate);
                }
                yield switch (certificate.standing()) {
                    case Standing.Valid _ -> {
                        note(grounds, certificate, view, Access.Outcome.SHOWN, rule.rule());
                        yield new Outcome.Document(certificate, certificates.document(certificate));
                    }
                    case Standing.Superseded _, Standing.Revoked _ -> {
                        var standing = certificate.standing();
                        note(grounds, certificate, view, Access.Outcome.REFUSED, standing.name());
                        yield new Outcome.Refused(new Refusal.NoLongerCounts(standing));
                    }
                };
            }
        };
    }

    private void note(
            Grounds grounds, Certificate certificate, Access.View view, Access.Outcome outcome, String detail) {
        journal.note(new Access(
                new Subject.Citizen(certificate.holder()),
                Access.Kind.AGENCY_CERTIFICATE,
                grounds.party(),
                certificate.id(),
                grounds.purpose(),
                grounds.basis(),
                view,
                outcome,
                detail));
    }
}
