package hoso.judicialcert.verification.single;

import hoso.judicialcert.certificate.issue.Certificate;
import hoso.judicialcert.certificate.log.Issuing;
import java.util.Optional;

/// What register and issuance log hold of a document, in one look.
interface IssuedRegister {

    /// A certificate as it is now.
    ///
    /// @param issuing what the log holds of it
    record Registered(Certificate certificate, Issuing issuing) {}

    /// What was issued with this SHA-256, hexadecimal.
    Optional<Registered> withDigest(String digest);
}
