package hoso.judicialcert.certificate.offer;

import hoso.judicialcert.certificate.issue.Attestation;
import hoso.judicialcert.certificate.issue.Certificate;
import hoso.judicialcert.certificate.issue.Standing;
import hoso.judicialcert.law.CertificateKind;
import hoso.judicialcert.request.lifecycle.Status;
import java.util.Optional;
import java.util.function.Function;

/// What of a request there is to hold in a wallet.
public sealed interface Held {

    record Now(Certificate certificate, Attestation attestation) implements Held {}

    /// Not issued yet.
    record Later() implements Held {}

    record Never(Reason reason) implements Held {}

    /// Why a certificate cannot be held.
    enum Reason {
        /// A wallet is for showing, and nobody may require No. 2 of anybody (Law 107/2025): what is not in the wallet
        /// cannot be asked for at a counter.
        NOT_FOR_SHOWING,
        /// It was recalled or corrected.
        DOES_NOT_COUNT,
        /// It was issued before its content was kept for machines.
        ISSUED_BEFORE,
        /// The request ended without one.
        NOT_ISSUED
    }

    /// What there is, by kind, status and certificate.
    ///
    /// @param issued the certificate of the request, once there is one
    /// @param says what a certificate says
    static Held of(
            CertificateKind kind,
            Status status,
            Optional<Certificate> issued,
            Function<Certificate, Optional<Attestation>> says) {
        if (kind != CertificateKind.NO_1) {
            return new Never(Reason.NOT_FOR_SHOWING);
        }
        if (issued.isEmpty()) {
            return status.isFinal() ? new Never(Reason.NOT_ISSUED) : new Later();
        }
        var certificate = issued.get();
        if (!(certificate.standing() instanceof Standing.Valid)) {
            return new Never(Reason.DOES_NOT_COUNT);
        }
        return says.apply(certificate)
                .<Held>map(attestation -> new Now(certificate, attestation))
                .orElseGet(() -> new Never(Reason.ISSUED_BEFORE));
    }
}
