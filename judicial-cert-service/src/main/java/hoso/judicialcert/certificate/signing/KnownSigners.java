package hoso.judicialcert.certificate.signing;

import hoso.chassis.problem.Faults;
import hoso.judicialcert.proof.statement.TrustBundle;
import jakarta.inject.Singleton;
import java.security.cert.X509Certificate;
import java.util.List;

/// Whom this service believes: the anchors of its installation, and every key that signed here. What was known last is
/// remembered, so that a document can be looked into while the register is away.
@Singleton
public class KnownSigners implements Trust {
    private final SigningCertificates signers;
    private final TrustAnchors anchors;
    private volatile List<X509Certificate> last = List.of();

    KnownSigners(SigningCertificates signers, TrustAnchors anchors) {
        this.signers = signers;
        this.anchors = anchors;
    }

    @Override
    public TrustBundle bundle() {
        return TrustBundle.of(anchors.all(), known());
    }

    private List<X509Certificate> known() {
        try {
            last = signers.all();
        } catch (RuntimeException e) {
            if (!Faults.isDatabaseAway(e)) {
                throw e;
            }
        }
        return last;
    }
}
