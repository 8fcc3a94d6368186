package hoso.judicialcert.certificate;

import java.security.cert.X509Certificate;
import java.util.List;

/// The certificates of all keys that ever signed a certificate here.
public interface SigningCertificates {

    List<X509Certificate> all();
}
