package hoso.judicialcert.verification;

import hoso.judicialcert.certificate.Certificate;
import hoso.judicialcert.log.InclusionProof;
import java.util.Optional;

/// What was issued, as the register and the issuance log agree.
///
/// @param proof that the log holds it; empty for the seconds until the next checkpoint
record Issued(Certificate certificate, Optional<InclusionProof> proof) {}
