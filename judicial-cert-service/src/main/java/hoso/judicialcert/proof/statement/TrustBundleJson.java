package hoso.judicialcert.proof.statement;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// A trust bundle as it is published: JSON with `anchors` and `signers`, each with a certificate in PEM.
public final class TrustBundleJson {
    private TrustBundleJson() {}

    /// Empty when it is no bundle.
    public static Optional<TrustBundle> read(byte[] json) {
        try {
            var bundle = StatementReader.JSON.readTree(json);
            var anchors = certificates(bundle.path("anchors"));
            return anchors.isEmpty()
                    ? Optional.empty()
                    : Optional.of(TrustBundle.of(anchors, certificates(bundle.path("signers"))));
        } catch (IOException | GeneralSecurityException _) {
            return Optional.empty();
        }
    }

    private static List<X509Certificate> certificates(JsonNode entries) throws CertificateException {
        var certificates = new ArrayList<X509Certificate>();
        for (var entry : entries) {
            certificates.add(certificate(entry.path("certificate").asText()));
        }
        return certificates;
    }

    /// A certificate in PEM.
    public static X509Certificate certificate(String pem) throws CertificateException {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
    }

    /// The same in PEM.
    public static String pem(X509Certificate certificate) {
        try {
            var encoder = Base64.getMimeEncoder(64, new byte[] {'\n'});
            return "-----BEGIN CERTIFICATE-----\n" + encoder.encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
