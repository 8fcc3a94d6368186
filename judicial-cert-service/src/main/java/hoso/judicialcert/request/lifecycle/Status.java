package hoso.judicialcert.request.lifecycle;

import hoso.judicialcert.person.CertificateId;
import hoso.judicialcert.person.OfficerId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where a request stands.
public sealed interface Status {

    /// Since when.
    Instant since();

    /// Waits for the fee.
    record FeeDue(Instant since) implements Status {}

    /// An officer decides whether less is to be paid, or nothing.
    record WaiverReview(Instant since) implements Status {}

    /// Paid, or free: the dossier is checked for completeness.
    record Checking(Instant since) implements Status {}

    /// Complete: the register is to be asked.
    record Accepted(Instant since) implements Status {}

    /// An officer has to find out and decide.
    ///
    /// @param hindrance what kept the system from doing it, by kinds of fault; null where nothing did
    record Referred(Instant since, Referral why, @Nullable String hindrance) implements Status {
        Referred(Instant since, Referral why) {
            this(since, why, null);
        }
    }

    /// The citizen has to give something.
    ///
    /// @param wanted what, in words for the citizen
    /// @param until then the case is stopped
    record SupplementRequested(Instant since, Referral why, OfficerId officer, String wanted, Instant until)
            implements Status {}

    /// One officer has found, another has to approve.
    record Approval(Instant since, Referral why, Proposal proposal) implements Status {}

    /// To be signed.
    record Signing(Instant since, Basis basis) implements Status {}

    record Issued(Instant since, CertificateId certificate) implements Status {}

    /// Every delivery that was ordered has arrived.
    record Delivered(Instant since, CertificateId certificate) implements Status {}

    /// A corrected certificate was issued in its place.
    record Superseded(Instant since, CertificateId certificate, CertificateId successor) implements Status {}

    /// The certificate was recalled.
    ///
    /// @param reason a code of `revocations.csv`
    record Revoked(Instant since, CertificateId certificate, String reason) implements Status {}

    record Declined(Instant since, OfficerId officer, String reason) implements Status {}

    record Withdrawn(Instant since) implements Status {}

    record Stopped(Instant since, StopReason reason) implements Status {}

    /// Why an officer has to decide. Known inside the agency only.
    enum Referral {
        ON_RECORD,
        UNCERTAIN,
        /// A certificate that was issued is said to be wrong.
        CORRECTION,
        /// The papers of who asks for another have to be seen.
        PAPERS,
        /// The check failed again and again.
        NOT_CHECKED,
        /// The certificate could not be written, again and again.
        NOT_WRITTEN;

        /// Where a record exists, or may, what one officer found is approved by another.
        boolean needsTwoOfficers() {
            return switch (this) {
                case ON_RECORD, UNCERTAIN, NOT_CHECKED, NOT_WRITTEN -> true;
                case CORRECTION, PAPERS -> false;
            };
        }
    }

    /// Why a case ended without a decision.
    enum StopReason {
        FEE_NOT_PAID,
        SUPPLEMENT_NOT_GIVEN
    }

    /// The name in tables, answers and the file `statuses.csv`.
    default String name() {
        return switch (this) {
            case FeeDue _ -> "FEE_DUE";
            case WaiverReview _ -> "WAIVER_REVIEW";
            case Checking _ -> "CHECKING";
            case Accepted _ -> "ACCEPTED";
            case Referred _ -> "REFERRED";
            case SupplementRequested _ -> "SUPPLEMENT_REQUESTED";
            case Approval _ -> "APPROVAL";
            case Signing _ -> "SIGNING";
            case Issued _ -> "ISSUED";
            case Delivered _ -> "DELIVERED";
            case Superseded _ -> "SUPERSEDED";
            case Revoked _ -> "REVOKED";
            case Declined _ -> "DECLINED";
            case Withdrawn _ -> "WITHDRAWN";
            case Stopped _ -> "STOPPED";
        };
    }

    /// How far the case has come: what may still be done depends on little more.
    default Phase phase() {
        return switch (this) {
            case FeeDue _, WaiverReview _, Checking _, Accepted _, Referred _, SupplementRequested _, Approval _ ->
                Phase.OPEN;
            case Signing _ -> Phase.SIGNING;
            case Issued _, Delivered _ -> Phase.ISSUED;
            case Superseded _, Revoked _, Declined _, Withdrawn _, Stopped _ -> Phase.ENDED;
        };
    }

    /// How far a case has come.
    enum Phase {
        /// Not decided.
        OPEN,
        /// Decided, and to be signed.
        SIGNING,
        /// There is a certificate.
        ISSUED,
        /// Nothing more happens.
        ENDED
    }

    /// The certificate, once there is one.
    default Optional<CertificateId> certificateIfIssued() {
        return switch (this) {
            case Issued(var _, var certificate) -> Optional.of(certificate);
            case Delivered(var _, var certificate) -> Optional.of(certificate);
            case Superseded(var _, var certificate, var _) -> Optional.of(certificate);
            case Revoked(var _, var certificate, var _) -> Optional.of(certificate);
            case FeeDue _,
                    WaiverReview _,
                    Checking _,
                    Accepted _,
                    Referred _,
                    SupplementRequested _,
                    Approval _,
                    Signing _,
                    Declined _,
                    Withdrawn _,
                    Stopped _ -> Optional.empty();
        };
    }

    /// Whether nothing more happens to the request.
    default boolean isFinal() {
        return phase() == Phase.ENDED;
    }
}
