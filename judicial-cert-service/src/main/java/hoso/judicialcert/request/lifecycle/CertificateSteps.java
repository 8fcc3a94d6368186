package hoso.judicialcert.request.lifecycle;

import hoso.judicialcert.person.CertificateId;
import hoso.judicialcert.request.lifecycle.CertificateRequestEvent.CertificateIssued;
import hoso.judicialcert.request.lifecycle.CertificateRequestEvent.CertificateRevoked;
import hoso.judicialcert.request.lifecycle.CertificateRequestEvent.CertificateSuperseded;
import hoso.judicialcert.request.lifecycle.Status.Delivered;
import hoso.judicialcert.request.lifecycle.Status.Issued;
import hoso.judicialcert.request.lifecycle.Status.Phase;
import hoso.judicialcert.request.lifecycle.Status.Revoked;
import hoso.judicialcert.request.lifecycle.Status.Signing;
import hoso.judicialcert.request.lifecycle.Status.Superseded;
import java.time.Instant;
import java.util.Optional;

/// The steps of the certificate that comes of a request: it is issued and delivered, and may be replaced or recalled.
public final class CertificateSteps {
    private final CertificateRequest request;

    CertificateSteps(CertificateRequest request) {
        this.request = request;
    }

    /// The signed document is stored.
    public Decision issue(CertificateId certificate, String digest, Instant clock) {
        var now = request.moment(clock);
        return request.status() instanceof Signing
                ? request.became(new Issued(now, certificate), new CertificateIssued(now, certificate, digest))
                : CertificateRequest.refused(request.notNow());
    }

    /// The last delivery that was ordered has arrived.
    public Decision deliver(Instant clock) {
        var now = request.moment(clock);
        return request.status() instanceof Issued(var _, var certificate)
                ? request.became(new Delivered(now, certificate))
                : CertificateRequest.refused(request.notNow());
    }

    /// A corrected certificate was issued in place of this one.
    public Decision supersede(CertificateId successor, Instant clock) {
        var now = request.moment(clock);
        return issued().map(certificate -> (Decision) request.became(
                        new Superseded(now, certificate, successor),
                        new CertificateSuperseded(now, certificate, successor)))
                .orElseGet(() -> CertificateRequest.refused(request.notNow()));
    }

    /// The certificate is recalled.
    public Decision revoke(String reason, Instant clock) {
        var now = request.moment(clock);
        return issued().map(certificate -> (Decision) request.became(
                        new Revoked(now, certificate, reason), new CertificateRevoked(now, certificate, reason)))
                .orElseGet(() -> CertificateRequest.refused(request.notNow()));
    }

    private Optional<CertificateId> issued() {
        return request.status().phase() == Phase.ISSUED ? request.status().certificateIfIssued() : Optional.empty();
    }
}
