package hoso.judicialcert.request.lifecycle;

import hoso.judicialcert.person.CertificateId;
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

    /// Less is to be paid, or nothing.
    ///
    /// @param feeDue đồng still to be paid
    record WaiverGranted(Instant at, long feeDue) implements CertificateRequestEvent {}

    /// The fee is due in full.
    record WaiverDeclined(Instant at, long feeDue) implements CertificateRequestEvent {}

    record RequestAccepted(Instant at) implements CertificateRequestEvent {}

    record RequestReferredToOfficer(Instant at) implements CertificateRequestEvent {}

    /// The citizen has to give something.
    ///
    /// @param until then the case is stopped
    record SupplementRequested(Instant at, Instant until) implements CertificateRequestEvent {}

    record SupplementGiven(Instant at) implements CertificateRequestEvent {}

    /// It is late: an apology is owed, with a new date.
    record DeadlineMissed(Instant at, Instant newlyExpectedAt) implements CertificateRequestEvent {}

    record RequestDeclined(Instant at) implements CertificateRequestEvent {}

    /// Whoever asked does not want it any more.
    ///
    /// @param refund what had come in and is owed back, in đồng; 0 where nothing is
    /// @param kept what had come in and is not, because work on it had begun
    record RequestWithdrawn(Instant at, long refund, long kept) implements CertificateRequestEvent {}

    record RequestStopped(Instant at, Status.StopReason reason) implements CertificateRequestEvent {}

    /// The signed document is stored.
    ///
    /// @param digest SHA-256 of the signed document, hexadecimal
    record CertificateIssued(Instant at, CertificateId certificate, String digest) implements CertificateRequestEvent {}

    /// A corrected certificate was issued in its place.
    record CertificateSuperseded(Instant at, CertificateId certificate, CertificateId successor)
            implements CertificateRequestEvent {}

    /// The certificate was recalled.
    ///
    /// @param reason a code of `revocations.csv`
    record CertificateRevoked(Instant at, CertificateId certificate, String reason)
            implements CertificateRequestEvent {}
}
