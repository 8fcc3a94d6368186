package hoso.judicialcert.request.step;

import hoso.judicialcert.request.lifecycle.CertificateRequest;
import java.util.List;

/// What was given with a case after it was asked for.
public interface Supplements {

    /// Oldest first.
    List<Supplement> of(CertificateRequest request);
}
