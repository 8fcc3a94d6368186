package hoso.judicialcert.certificate.offer;

import hoso.judicialcert.certificate.issue.Attestations;
import hoso.judicialcert.certificate.issue.Certificates;
import hoso.judicialcert.request.lifecycle.CertificateRequest;
import jakarta.inject.Singleton;

/// Finds what of a request there is to hold.
@Singleton
public class Holding {
    private final Certificates certificates;
    private final Attestations attestations;

    Holding(Certificates certificates, Attestations attestations) {
        this.certificates = certificates;
        this.attestations = attestations;
    }

    public Held of(CertificateRequest request) {
        var issued = request.status().certificateIfIssued().flatMap(certificates::find);
        return Held.of(request.application().kind(), request.status(), issued, attestations::of);
    }
}
