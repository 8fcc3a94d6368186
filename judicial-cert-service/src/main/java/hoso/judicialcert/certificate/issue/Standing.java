package hoso.judicialcert.certificate.issue;

import hoso.judicialcert.person.CertificateId;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Whether a certificate that was issued still counts. One that does not never counts again (Law 28/2009 Art. 50).
public sealed interface Standing {

    /// Since when.
    Instant since();

    /// It counts.
    record Valid(Instant since) implements Standing {}

    /// A corrected one was issued in its place (Circular 13/2011 Art. 17.2: an error is never mended by hand).
    record Superseded(Instant since, CertificateId successor) implements Standing {}

    /// It was recalled.
    ///
    /// @param reason a code that anybody may read
    record Revoked(Instant since, String reason) implements Standing {}

    /// As it lies in its table.
    ///
    /// @param name see [#name]
    static Standing of(String name, Instant since, @Nullable String reason, @Nullable UUID successor) {
        return switch (name) {
            case "VALID" -> new Valid(since);
            case "SUPERSEDED" -> new Superseded(since, new CertificateId(Objects.requireNonNull(successor)));
            case "REVOKED" -> new Revoked(since, Objects.requireNonNull(reason));
            default -> throw new IllegalStateException("unknown standing " + name);
        };
    }

    /// The name in tables and answers.
    default String name() {
        return switch (this) {
            case Valid _ -> "VALID";
            case Superseded _ -> "SUPERSEDED";
            case Revoked _ -> "REVOKED";
        };
    }
}
