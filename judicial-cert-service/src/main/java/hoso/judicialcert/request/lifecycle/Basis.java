package hoso.judicialcert.request.lifecycle;

import hoso.judicialcert.person.OfficerId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// On what ground a certificate may be signed.
public sealed interface Basis {

    /// The register was clean. It is asked once more before the signature.
    record CleanRegister() implements Basis {}

    /// An officer decided.
    ///
    /// @param officer who is responsible for it: where two are needed, the second
    /// @param checker who found it so first; null where one officer is enough
    /// @param judgments those of other numbers that the officer found to be the applicant's
    /// @param seen all that the register had to show then, as `id@version`
    record OfficerDecision(
            OfficerId officer, @Nullable OfficerId checker, String reason, List<UUID> judgments, List<String> seen)
            implements Basis {}
}
