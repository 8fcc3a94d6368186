package hoso.judicialcert.certificate.issue;

import hoso.chassis.personal.Sensitive;
import hoso.judicialcert.certificate.pdf.Content;
import hoso.judicialcert.law.CertificateKind;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.person.Sex;
import hoso.judicialcert.proof.statement.RecordScope;
import hoso.judicialcert.register.conviction.Conviction;
import hoso.judicialcert.register.conviction.Judgment;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a certificate says, for machines: as it stood on the day of issue. It is kept beside the document, because the
/// register goes on and may say something else tomorrow.
///
/// @param agency its name in Vietnamese, as on the document
/// @param recordScope for what time it speaks of convictions; null where that was not kept yet
/// @param judgments what stands on record, oldest first; empty means no criminal record
public record Attestation(
        CertificateKind kind,
        String number,
        String agency,
        LocalDate issuedOn,
        String dossierCode,
        String fullName,
        LocalDate birthDate,
        Sex sex,
        String personalNumber,
        @Nullable RecordScope recordScope,
        List<Sentence> judgments)
        implements Sensitive {

    /// A judgment as the certificate tells it.
    public record Sentence(
            LocalDate sentencedOn,
            String number,
            String court,
            String offence,
            String articles,
            String penalty,
            @Nullable String additionalPenalty)
            implements Sensitive {

        static Sentence of(Judgment judgment) {
            return new Sentence(
                    judgment.sentencedOn(),
                    judgment.number(),
                    judgment.court(),
                    judgment.text().offence(),
                    judgment.text().articles(),
                    judgment.text().penalty(),
                    judgment.text().additionalPenalty());
        }

        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// What a document with this content says.
    static Attestation of(CertificateKind kind, Content content) {
        var applicant = content.applicant();
        return new Attestation(
                kind,
                content.number(),
                content.agency().name().vi(),
                Law.dayOf(content.signedAt()),
                content.dossierCode().value(),
                applicant.fullName(),
                applicant.birthDate(),
                applicant.sex(),
                applicant.personalNumber(),
                applicant.recordScope(),
                content.extract().convictions().stream()
                        .map(Conviction::judgment)
                        .map(Sentence::of)
                        .toList());
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
