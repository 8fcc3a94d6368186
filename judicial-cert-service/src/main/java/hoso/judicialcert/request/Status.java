package hoso.judicialcert.request;

import java.time.Instant;
import java.util.Optional;

/// Where a request stands.
public sealed interface Status {

    /// Since when.
    Instant since();

    /// Waits for the fee.
    record FeeDue(Instant since) implements Status {}

    /// Paid, or free: the dossier is checked for completeness.
    record Checking(Instant since) implements Status {}

    /// Complete: the register is to be asked.
    record Accepted(Instant since) implements Status {}

    /// An officer has to decide.
    record Referred(Instant since, Referral why) implements Status {}

    /// To be signed.
    record Signing(Instant since, Basis basis) implements Status {}

    record Issued(Instant since, CertificateId certificate) implements Status {}

    /// Every delivery that was ordered has arrived.
    record Delivered(Instant since, CertificateId certificate) implements Status {}

    record Declined(Instant since, OfficerId officer, String reason) implements Status {}

    record Withdrawn(Instant since) implements Status {}

    /// Why an officer has to decide. Known inside the agency only.
    enum Referral {
        ON_RECORD,
        UNCERTAIN
    }

    /// The name in tables, answers and the file `statuses.csv`.
    default String name() {
        return switch (this) {
            case FeeDue _ -> "FEE_DUE";
            case Checking _ -> "CHECKING";
            case Accepted _ -> "ACCEPTED";
            case Referred _ -> "REFERRED";
            case Signing _ -> "SIGNING";
            case Issued _ -> "ISSUED";
            case Delivered _ -> "DELIVERED";
            case Declined _ -> "DECLINED";
            case Withdrawn _ -> "WITHDRAWN";
        };
    }

    /// The certificate, once there is one.
    default Optional<CertificateId> certificateIfIssued() {
        return switch (this) {
            case Issued(var _, var certificate) -> Optional.of(certificate);
            case Delivered(var _, var certificate) -> Optional.of(certificate);
            case FeeDue _, Checking _, Accepted _, Referred _, Signing _, Declined _, Withdrawn _ -> Optional.empty();
        };
    }

    /// Whether nothing more happens to the request.
    default boolean isFinal() {
        return switch (this) {
            case Delivered _, Declined _, Withdrawn _ -> true;
            case FeeDue _, Checking _, Accepted _, Referred _, Signing _, Issued _ -> false;
        };
    }
}
