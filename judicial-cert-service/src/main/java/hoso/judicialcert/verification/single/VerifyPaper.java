package hoso.judicialcert.verification.single;

import hoso.judicialcert.certificate.issue.Certificate;
import hoso.judicialcert.certificate.issue.Certificates;
import hoso.judicialcert.certificate.issue.HolderFields;
import hoso.judicialcert.certificate.pdf.VerificationCode;
import hoso.judicialcert.certificate.signing.Trust;
import hoso.judicialcert.proof.statement.Doubt;
import hoso.judicialcert.proof.statement.OpenedQr;
import hoso.judicialcert.proof.statement.QrText;
import hoso.judicialcert.proof.statement.Result;
import hoso.judicialcert.proof.statement.SignedQr;
import hoso.judicialcert.proof.statement.SignedQrReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tells what is to be thought of a paper: by its code and five fields, or by its QR code.
@ApplicationScoped
public class VerifyPaper {
    private final Certificates certificates;
    private final JudgeCertificate judge;
    private final Trust signers;

    VerifyPaper(Certificates certificates, JudgeCertificate judge, Trust signers) {
        this.certificates = certificates;
        this.judge = judge;
        this.signers = signers;
    }

    /// @param seal what the QR code says, to be compared with the page; null unless it was issued so
    record Seen(Verdict verdict, @Nullable SignedQr seal) {}

    /// A wrong code and wrong fields take the same work and get the same answer.
    public Verdict byFields(VerificationCode code, HolderFields fields, AcceptedAge terms) {
        return certificates
                .withCode(code, fields)
                .map(found -> judge.judge(found, terms))
                .orElse(new Verdict.Doubted(Result.UNKNOWN, EnumSet.noneOf(Doubt.class)));
    }

    /// By the text of its QR code, which must be sealed: a code alone needs the five fields.
    Seen byQr(QrText text, AcceptedAge terms) {
        var found = VerificationCode.read(text.code()).flatMap(certificates::withCode);
        return switch (SignedQrReader.open(text, signers.bundle())) {
            case OpenedQr.Refused(var doubt) -> new Seen(refused(doubt, found.isPresent()), null);
            case OpenedQr.Genuine(var seal) ->
                found.map(certificate -> sealed(certificate, seal, terms))
                        .orElseGet(() -> new Seen(Verdict.of(Set.of(), false), null));
        };
    }

    private Seen sealed(Certificate certificate, SignedQr seal, AcceptedAge terms) {
        if (certificate.number().equals(seal.number()) && certificate.statusIndex() == seal.statusIndex()) {
            return new Seen(judge.judge(certificate, terms), seal);
        }
        return new Seen(new Verdict.Doubted(Result.ALTERED, EnumSet.of(Doubt.SEAL_OF_ANOTHER)), null);
    }

    private static Verdict refused(Doubt doubt, boolean isOurCode) {
        return Verdict.of(EnumSet.of(doubt), isOurCode);
    }
}
