package hoso.judicialcert.certificate.issue;

import java.util.Optional;

/// What certificates say, for machines.
public interface Attestations {

    /// Empty for a certificate that was issued before attestations were kept.
    Optional<Attestation> of(Certificate certificate);
}
