package hoso.judicialcert.register.entry;

import hoso.chassis.personal.Sensitive;
import hoso.judicialcert.register.conviction.Judgment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The trace of a correction (Decree 216/2026 Art. 5.3, 18): who changed what, when, on which document and why, and
/// what stood there before.
///
/// @param subject the judgment, decision or ban
/// @param version of the entry after it
/// @param before the judgment as it stood; null for decisions and bans, which stay and only no longer count
record Correction(
        UUID id,
        UUID subject,
        What what,
        long version,
        UUID actor,
        Basis basis,
        Instant at,
        @Nullable Judgment before) implements Sensitive {

    /// What was done.
    enum What {
        JUDGMENT_CORRECTED,
        JUDGMENT_ANNULLED,
        DECISION_ANNULLED,
        BAN_ANNULLED
    }

    /// The document that says the entry is wrong, its date, and why.
    record Basis(String document, LocalDate date, String reason) {}

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
