package hoso.judicialcert.certificate.signing;

import hoso.judicialcert.certificate.pdf.RevocationEvidence;
import java.security.cert.X509Certificate;
import java.util.List;

/// Tells which certificates were revoked, with the authority's own word for it.
interface Revocations {

    /// What proves that none of a chain was revoked.
    ///
    /// @param chain a certificate, then those above it; the last is not asked about
    /// @throws SigningAway when that is not so, or cannot be told
    RevocationEvidence about(List<X509Certificate> chain);
}
