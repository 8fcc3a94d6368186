package hoso.judicialcert.proof.statement;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was asked and answered, stated by the agency, so that the asker can prove later that the check was made.
/// Nothing about a person stands in it.
///
/// @param issuer the address of the service
/// @param issuedAt when the register was asked
/// @param reference what the asker calls it
/// @param way `DOCUMENT`, `DIGEST`, `QR` or `FIELDS`
/// @param subject SHA-256, hexadecimal: of the document, or of the verification code with its hyphens
/// @param purpose what it was checked for; null when that was not said
/// @param maxAgeDays how old the asker let it be; null when that was not said
/// @param log the checkpoint of the issuance log that holds it; null when it is in none yet
public record VerificationReceipt(
        String issuer,
        Instant issuedAt,
        String reference,
        String way,
        String subject,
        Result result,
        List<Doubt> doubts,
        @Nullable String purpose,
        @Nullable Integer maxAgeDays,
        @Nullable Checkpoint log) {

    /// Up to where the issuance log had grown.
    ///
    /// @param size how many certificates the log held
    /// @param root its root hash, hexadecimal
    public record Checkpoint(long size, String root) {}
}
