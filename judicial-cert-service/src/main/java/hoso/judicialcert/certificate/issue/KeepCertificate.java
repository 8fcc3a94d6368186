package hoso.judicialcert.certificate.issue;

import hoso.judicialcert.certificate.log.Act;
import hoso.judicialcert.certificate.log.IssuanceLog;
import hoso.judicialcert.request.lifecycle.CertificateRequest;
import hoso.judicialcert.request.step.TakeStep;
import jakarta.inject.Singleton;

/// Keeps a signed certificate in the transaction that issues it: the document, what it says, by what of the register,
/// its line in the issuance log, and the status of its request and of the certificate that it corrects.
@Singleton
class KeepCertificate {
    private final CertificateRows certificates;
    private final AttestationRows attestations;
    private final RegisterFingerprintRows fingerprints;
    private final IssuanceLog log;
    private final TakeStep step;
    private final ChangeStanding standing;

    KeepCertificate(
            CertificateRows certificates,
            AttestationRows attestations,
            RegisterFingerprintRows fingerprints,
            IssuanceLog log,
            TakeStep step,
            ChangeStanding standing) {
        this.certificates = certificates;
        this.attestations = attestations;
        this.fingerprints = fingerprints;
        this.log = log;
        this.step = step;
        this.standing = standing;
    }

    void keep(CertificateRequest request, WriteCertificate.Written written, CheckRegister.Checked.Signable register) {
        var certificate = written.certificate();
        var now = certificate.issuedAt();
        certificates.add(
                certificate,
                request.requester().citizen(),
                request.isWithheld(),
                written.code(),
                fields(request),
                written.document());
        attestations.keep(certificate, Attestation.of(certificate.kind(), written.content()));
        fingerprints.keep(certificate.id(), register.finding(), register.extract());
        log.enter(certificate.id().value(), Act.ISSUED, certificate.digest(), now);
        step.take(request.certificateSteps().issue(certificate.id(), certificate.digest(), now));
        if (request.application().corrects() != null) {
            standing.supersede(request.application().corrects(), certificate.id(), now);
        }
    }

    private static HolderFields fields(CertificateRequest request) {
        var applicant = request.applicant();
        return new HolderFields(
                request.dossierCode().value(),
                applicant.fullName(),
                applicant.birthDate(),
                applicant.sex(),
                applicant.personalNumber());
    }
}
