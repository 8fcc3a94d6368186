package hoso.judicialcert.certificate;

import hoso.chassis.personal.Hidden;
import hoso.judicialcert.examination.SealText;
import hoso.judicialcert.law.Rule;
import hoso.judicialcert.register.Judgment;
import hoso.judicialcert.request.Applicant;
import hoso.judicialcert.request.DossierCode;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// Everything that stands on a certificate.
///
/// @param judgments unexpunged ones, in the order of their dates; empty means no criminal record
/// @param banInformation whether the section on bans stands on it: in No. 1 it is left out unless asked for
/// @param qr what the QR code says after the `#`: the code, and the signed seal beside it
/// @param signer the common name of the signing certificate
record Content(
        String number,
        Rule.Agency agency,
        Applicant applicant,
        DossierCode dossierCode,
        List<Judgment> judgments,
        boolean banInformation,
        VerificationCode code,
        SealText qr,
        URI publicUrl,
        String signer,
        Instant signedAt)
        implements Hidden {

    Content {
        judgments = judgments.stream()
                .sorted(Comparator.comparing(Judgment::sentencedOn))
                .toList();
    }

    /// What the QR code holds. The code stands after `#`, which browsers do not send: it appears in no log on the way.
    String verificationUrl() {
        return publicUrl + "/verify#" + qr.fragment();
    }

    @Override
    public String toString() {
        return Hidden.mask(this);
    }
}
