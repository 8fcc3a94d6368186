package hoso.judicialcert.credential;

import hoso.judicialcert.certificate.Attestations;
import hoso.judicialcert.certificate.Certificates;
import hoso.judicialcert.request.CertificateRequest;
import jakarta.inject.Singleton;

/// Finds what of a request there is to hold.
@Singleton
class Holding {
    private final Certificates certificates;
    private final Attestations attestations;

    Holding(Certificates certificates, Attestations attestations) {
        this.certificates = certificates;
        this.attestations = attestations;
    }

    Held of(CertificateRequest request) {
        var issued = request.status().certificateIfIssued().flatMap(certificates::find);
        return Held.of(request.application().kind(), request.status(), issued, attestations::of);
    }
}
