package hoso.judicialcert.certificate.signing;

import hoso.judicialcert.JudicialCertConfig;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whose signatures are believed: the authorities above all generations of signing keys, former ones as well as coming
/// ones. Read again when the file changes, so that an anchor is there before its first signature without a restart.
@Singleton
public class TrustAnchors {
    private final Path place;
    private @Nullable Read read;

    private record Read(List<byte[]> files, List<X509Certificate> anchors) {
        boolean isOf(List<byte[]> others) {
            if (files.size() != others.size()) {
                return false;
            }
            for (var i = 0; i < files.size(); i++) {
                if (!java.util.Arrays.equals(files.get(i), others.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }

    TrustAnchors(JudicialCertConfig config) {
        this.place = config.verification().trustAnchor();
    }

    /// All of them; the same list as before while nothing has changed.
    public synchronized List<X509Certificate> all() {
        var files = files(place);
        var before = read;
        if (before == null || !before.isOf(files)) {
            before = new Read(files, parsed(files));
            read = before;
        }
        return before.anchors();
    }

    /// The certificates in a PEM file with one or more, or in a folder of such files.
    static List<X509Certificate> in(Path place) {
        return parsed(files(place));
    }

    private static List<byte[]> files(Path place) {
        try {
            if (!Files.isDirectory(place)) {
                return List.of(Files.readAllBytes(place));
            }
            var files = new ArrayList<byte[]>();
            try (var listed = Files.list(place)) {
                for (var file : listed.filter(path -> path.toString().endsWith(".pem"))
                        .sorted()
                        .toList()) {
                    files.add(Files.readAllBytes(file));
                }
            }
            return files;
        } catch (IOException e) {
            throw new IllegalStateException("the trust anchor cannot be read", e);
        }
    }

    private static List<X509Certificate> parsed(List<byte[]> files) {
        try {
            var anchors = new ArrayList<X509Certificate>();
            for (var file : files) {
                for (var certificate :
                        CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(file))) {
                    anchors.add((X509Certificate) certificate);
                }
            }
            if (anchors.isEmpty()) {
                throw new IllegalStateException("there is no trust anchor in the file");
            }
            return List.copyOf(anchors);
        } catch (CertificateException e) {
            throw new IllegalStateException("the trust anchor cannot be read", e);
        }
    }
}
