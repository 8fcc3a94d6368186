package hoso.judicialcert.certificate.signing;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/// The certificates of all keys that ever signed a certificate here.
public interface SigningCertificates {

    /// Keeps the certificate of a key that is about to sign.
    void remember(X509Certificate signer, Instant now);

    /// All of them, the oldest first.
    List<X509Certificate> all();
}
