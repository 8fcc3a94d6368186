package hoso.judicialcert.officer.queue;

import hoso.judicialcert.request.lifecycle.CertificateRequest;
import hoso.judicialcert.request.lifecycle.Status;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an officer wants to see of the cases of their agency.
///
/// @param status one of [#STATUSES]
/// @param why null for any reason
/// @param mine only what this officer works on
/// @param late only what should have been done by now
public record Queue(String status, Status.@Nullable Referral why, boolean mine, boolean late) {

    /// Where somebody of the agency has to act, or waits for the citizen.
    public static final List<String> STATUSES =
            List.of("REFERRED", "APPROVAL", "SUPPLEMENT_REQUESTED", "WAIVER_REVIEW");

    /// What is sealed in the database cannot be asked for there: why a case is here, and who proposed what.
    boolean shows(CertificateRequest request, Officer officer) {
        return (why == null || why == whyOf(request.status())) && !isProposedBy(request, officer);
    }

    public static Status.@Nullable Referral whyOf(Status status) {
        return switch (status) {
            case Status.Referred(var _, var why, var _) -> why;
            case Status.SupplementRequested(var _, var why, var _, var _, var _) -> why;
            case Status.Approval(var _, var why, var _) -> why;
            case Status _ -> null;
        };
    }

    private static boolean isProposedBy(CertificateRequest request, Officer officer) {
        return request.status() instanceof Status.Approval(var _, var _, var proposal)
                && proposal.officer().equals(officer.id());
    }

    /// A case in a queue.
    ///
    /// @param stepDue by when the step at hand should be done; null where nobody but the citizen is waited for
    /// @param claim who works on it; null when nobody does
    public record QueuedCase(
            CertificateRequest request,
            @Nullable Instant stepDue,
            @Nullable CaseClaim claim) {}
}
