package hoso.judicialcert.certificate.issue;

import hoso.judicialcert.certificate.pdf.VerificationCode;
import hoso.judicialcert.certificate.signing.Signatory;
import hoso.judicialcert.certificate.signing.SignedStatement;
import hoso.judicialcert.certificate.signing.SigningCertificates;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.proof.statement.QrText;
import hoso.judicialcert.proof.statement.SignedQr;
import hoso.judicialcert.proof.statement.SignedQrReader;
import hoso.judicialcert.proof.statement.TrustBundle;
import hoso.judicialcert.request.lifecycle.CertificateRequest;
import jakarta.inject.Singleton;
import java.time.Instant;

/// Signs what the QR code of a certificate says, with the key that signs the certificate, so that a paper can be
/// checked with the network off. The signer's certificate is remembered: papers outlive keys.
@Singleton
public class SignQr {
    private static final int NUMBER_END = 3;
    private final SigningCertificates signers;

    SignQr(SigningCertificates signers) {
        this.signers = signers;
    }

    QrText of(
            CertificateRequest request,
            String number,
            long index,
            int judgments,
            VerificationCode code,
            Signatory key,
            Instant now) {
        var applicant = request.applicant();
        var document = applicant.personalNumber();
        var said = new SignedQr(
                number,
                request.application().kind().name(),
                request.terms().agency(),
                Law.dayOf(now),
                index,
                applicant.fullName(),
                applicant.birthDate(),
                document.substring(Math.max(0, document.length() - NUMBER_END)),
                judgments,
                applicant.recordScope());
        signers.remember(key.chain().getFirst(), now);
        return sealed(said, code, key);
    }

    public static QrText sealed(SignedQr said, VerificationCode code, Signatory signatory) {
        var signer = signatory.chain().getFirst();
        return new QrText(
                code.value(),
                SignedQrReader.seal(
                        said,
                        code.value(),
                        TrustBundle.keyId(signer),
                        signer.getPublicKey(),
                        bytes -> SignedStatement.signature(signatory, bytes)));
    }
}
