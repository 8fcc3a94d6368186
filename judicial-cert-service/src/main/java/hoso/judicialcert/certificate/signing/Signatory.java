package hoso.judicialcert.certificate.signing;

import java.security.cert.X509Certificate;
import java.util.List;

/// Whoever holds the signing key: a key store here, a hardware module elsewhere. The key itself is never handed out.
public interface Signatory {

    /// The certificate of the key, then those above it.
    List<X509Certificate> chain();

    /// A signature over these bytes, hashed with SHA-256.
    byte[] sign(byte[] bytes);

    /// The key that signs at this moment. What is begun with it is ended with it, though the next generation of
    /// keys comes into force meanwhile.
    default Signatory now() {
        return this;
    }
}
