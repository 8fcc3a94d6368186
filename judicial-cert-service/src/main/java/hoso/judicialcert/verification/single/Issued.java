package hoso.judicialcert.verification.single;

import hoso.judicialcert.certificate.issue.Certificate;
import hoso.judicialcert.certificate.log.InclusionProof;
import java.util.Optional;

/// What was issued, as the register and the issuance log agree.
///
/// @param proof that the log holds it; empty for the seconds until the next checkpoint
public record Issued(Certificate certificate, Optional<InclusionProof> proof) {}
