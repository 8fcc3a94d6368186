package hoso.judicialcert.verification;

import hoso.judicialcert.JudicialCertConfig;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The file with the certificates of the authorities at the top, read when first needed.
@Singleton
class TrustAnchorConfig {
    private final Path file;
    private @Nullable List<X509Certificate> anchors;

    TrustAnchorConfig(JudicialCertConfig config) {
        this.file = config.verification().trustAnchor();
    }

    synchronized List<X509Certificate> read() {
        if (anchors == null) {
            anchors = open();
        }
        return anchors;
    }

    private List<X509Certificate> open() {
        try (var source = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(source).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (IOException | CertificateException e) {
            throw new IllegalStateException("the trust anchor cannot be read", e);
        }
    }
}
