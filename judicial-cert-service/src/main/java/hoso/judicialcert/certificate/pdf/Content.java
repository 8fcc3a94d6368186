package hoso.judicialcert.certificate.pdf;

import hoso.chassis.personal.Sensitive;
import hoso.judicialcert.law.AgencyRule;
import hoso.judicialcert.person.Applicant;
import hoso.judicialcert.proof.statement.QrText;
import hoso.judicialcert.register.matching.Extract;
import hoso.judicialcert.request.lifecycle.DossierCode;
import java.net.URI;
import java.time.Instant;

/// Everything that stands on a certificate.
///
/// @param extract what the register says on the day of issue; no convictions means no criminal record
/// @param qr what the QR code says after the `#`: the code, and the signed seal beside it
/// @param signer the common name of the signing certificate
public record Content(
        String number,
        AgencyRule.Agency agency,
        Applicant applicant,
        DossierCode dossierCode,
        Extract extract,
        VerificationCode code,
        QrText qr,
        URI publicUrl,
        String signer,
        Instant signedAt)
        implements Sensitive {

    /// What the QR code holds. The code stands after `#`, which browsers do not send: it appears in no log on the way.
    String verificationUrl() {
        return publicUrl + "/verify#" + qr.fragment();
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
