package hoso.judicialcert.verification;

import hoso.judicialcert.examination.TrustBundle;

/// Whom this service believes.
@FunctionalInterface
public interface Trust {

    TrustBundle bundle();
}
