package hoso.judicialcert.request;

import java.time.Instant;

/// What became true of a request and is told to others.
public sealed interface CertificateRequestEvent {

    /// When it became true.
    Instant at();

    record CertificateRequested(Instant at) implements CertificateRequestEvent {}

    /// The fee came in.
    ///
    /// @param surplus đồng to be paid back
    record FeePaid(Instant at, long amount, long surplus) implements CertificateRequestEvent {}

    record RequestAccepted(Instant at) implements CertificateRequestEvent {}

    record RequestReferredToOfficer(Instant at) implements CertificateRequestEvent {}

    record RequestDeclined(Instant at) implements CertificateRequestEvent {}

    record RequestWithdrawn(Instant at) implements CertificateRequestEvent {}

    /// The signed document is stored.
    ///
    /// @param digest SHA-256 of the signed document, hexadecimal
    record CertificateIssued(Instant at, CertificateId certificate, String digest) implements CertificateRequestEvent {}
}
