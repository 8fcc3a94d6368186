package hoso.judicialcert.certificate;

import hoso.judicialcert.examination.PaperSeal;
import hoso.judicialcert.examination.PaperSealWire;
import hoso.judicialcert.examination.SealText;
import hoso.judicialcert.examination.TrustBundle;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.request.CertificateRequest;
import jakarta.inject.Singleton;
import java.time.Instant;

/// Signs what the QR code of a certificate says, with the key that signs the certificate, so that a paper can be
/// checked with the network off. The signer's certificate is remembered: papers outlive keys.
@Singleton
class SealPaper {
    private static final int NUMBER_END = 3;
    private final SigningCertificates signers;

    SealPaper(SigningCertificates signers) {
        this.signers = signers;
    }

    SealText of(
            CertificateRequest request,
            String number,
            long index,
            int judgments,
            VerificationCode code,
            Signatory key,
            Instant now) {
        var applicant = request.applicant();
        var document = applicant.personalNumber();
        var said = new PaperSeal(
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

    static SealText sealed(PaperSeal said, VerificationCode code, Signatory signatory) {
        var signer = signatory.chain().getFirst();
        return new SealText(
                code.value(),
                PaperSealWire.seal(
                        said,
                        code.value(),
                        TrustBundle.keyId(signer),
                        signer.getPublicKey(),
                        bytes -> SignedStatement.signature(signatory, bytes)));
    }
}
