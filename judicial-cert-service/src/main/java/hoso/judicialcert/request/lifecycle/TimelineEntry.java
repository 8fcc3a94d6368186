package hoso.judicialcert.request.lifecycle;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One step on the way of a request, as its citizen sees it.
///
/// @param step a status, what happened beside it, or `DELIVERY_<channel>_<state>`
/// @param newDate where a date was missed: the one that was named instead
public record TimelineEntry(
        Instant at, String step, @Nullable Instant newDate) {

    public TimelineEntry(Instant at, String step) {
        this(at, step, null);
    }

    /// What happened beside the step from one status to the next.
    public static Optional<TimelineEntry> beside(CertificateRequestEvent event) {
        return switch (event) {
            case CertificateRequestEvent.WaiverGranted(var at, var _) ->
                Optional.of(new TimelineEntry(at, "WAIVER_GRANTED"));
            case CertificateRequestEvent.WaiverDeclined(var at, var _) ->
                Optional.of(new TimelineEntry(at, "WAIVER_DECLINED"));
            case CertificateRequestEvent.SupplementGiven(var at) ->
                Optional.of(new TimelineEntry(at, "SUPPLEMENT_GIVEN"));
            case CertificateRequestEvent.DeadlineMissed(var at, var newDate) ->
                Optional.of(new TimelineEntry(at, "DEADLINE_MISSED", newDate));
            case CertificateRequestEvent.RequestWithdrawn(var at, var refund, var kept) -> {
                if (refund == 0 && kept == 0) {
                    yield Optional.empty();
                }
                yield Optional.of(new TimelineEntry(at, refund == 0 ? "FEE_KEPT" : "REFUND_OWED"));
            }
            case CertificateRequestEvent.CertificateRequested _,
                    CertificateRequestEvent.FeePaid _,
                    CertificateRequestEvent.RequestAccepted _,
                    CertificateRequestEvent.RequestReferredToOfficer _,
                    CertificateRequestEvent.SupplementRequested _,
                    CertificateRequestEvent.RequestDeclined _,
                    CertificateRequestEvent.RequestStopped _,
                    CertificateRequestEvent.CertificateIssued _,
                    CertificateRequestEvent.CertificateSuperseded _,
                    CertificateRequestEvent.CertificateRevoked _ -> Optional.empty();
        };
    }
}
