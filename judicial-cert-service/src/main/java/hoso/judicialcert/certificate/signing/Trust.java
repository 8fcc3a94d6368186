package hoso.judicialcert.certificate.signing;

import hoso.judicialcert.proof.statement.TrustBundle;

/// Whom this service believes.
@FunctionalInterface
public interface Trust {

    TrustBundle bundle();
}
