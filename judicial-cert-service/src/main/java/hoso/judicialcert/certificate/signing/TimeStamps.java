package hoso.judicialcert.certificate.signing;

import java.security.cert.X509Certificate;
import java.util.List;

/// A time-stamp authority: it says that something existed at a time (RFC 3161).
interface TimeStamps {

    /// A token over this SHA-256, checked in every respect.
    ///
    /// @throws SigningAway when there is none to be had
    Stamp over(byte[] digest);

    /// A time stamp.
    ///
    /// @param token the CMS that is embedded
    /// @param chain certificate of the authority, then those above it
    record Stamp(byte[] token, List<X509Certificate> chain) {}
}
