package hoso.judicialcert.request;

import java.util.List;
import java.util.UUID;

/// On what ground a certificate may be signed.
public sealed interface Basis {

    /// The register was clean. It is asked once more before the signature.
    record CleanRegister() implements Basis {}

    /// An officer decided.
    ///
    /// @param judgments those of other numbers that the officer found to be the applicant's
    record OfficerDecision(OfficerId officer, String reason, List<UUID> judgments) implements Basis {}
}
