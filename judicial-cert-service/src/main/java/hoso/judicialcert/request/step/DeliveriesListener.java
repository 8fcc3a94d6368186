package hoso.judicialcert.request.step;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import hoso.chassis.event.Received;
import hoso.chassis.event.Subscription;
import hoso.judicialcert.person.RequestId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Hears what became of mails and letters, and shows it in the citizen's timeline.
@ApplicationScoped
class DeliveriesListener implements Subscription {
    private final NoteDelivery note;

    DeliveriesListener(NoteDelivery note) {
        this.note = note;
    }

    /// What this service reads of a delivery.
    ///
    /// @param at when it happened, as far as the partner told
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Delivery(
            @Nullable UUID requestId,
            @Nullable String channel,
            @Nullable Instant at) {}

    @Override
    public String group() {
        return "judicial-cert.timeline";
    }

    @Override
    public Set<String> topics() {
        return Set.of("notification.deliveries.v1");
    }

    @Override
    public void on(Received event) {
        var state = switch (event.name()) {
            case "DeliveryPlanned" -> "PLANNED";
            case "DeliverySent" -> "SENT";
            case "DeliveryDelivered" -> "DELIVERED";
            case "DeliveryFailed" -> "FAILED";
            case "DeliveryReturned" -> "RETURNED";
            default -> "";
        };
        var delivery = event.data(Delivery.class);
        // Deliveries that are not about a certificate, and kinds of news this service does not know, are left alone.
        if (!state.isEmpty() && delivery.requestId() != null && delivery.channel() != null) {
            var at = Objects.requireNonNullElse(delivery.at(), event.time());
            note.note(new RequestId(delivery.requestId()), delivery.channel(), state, at);
        }
    }
}
