package hoso.notification.notice;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What this service reads of the events of others; everything else in them is passed over.
final class IncomingEvents {
    private IncomingEvents() {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record OfRequest(
            UUID requestId,
            UUID citizenId,
            @Nullable String dossierCode,
            @Nullable Long amount,
            @Nullable UUID certificateId,
            @Nullable Wanted delivery,
            @Nullable Long refund,
            @Nullable Long feeDue,
            @Nullable Instant until,
            @Nullable Instant expectedAt) {}

    /// How the citizen wants the certificate beside the app.
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Wanted(boolean email, boolean post) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record OfRecord(
            @Nullable UUID recordId,
            @Nullable UUID citizenId,
            @Nullable String facility,
            @Nullable String because,
            @Nullable Instant accessedAt,
            @Nullable Instant openedAt,
            @Nullable Instant until) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record OfShare(UUID shareId, UUID citizenId) {}
}
