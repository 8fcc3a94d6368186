package hoso.notification.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import hoso.chassis.event.Event;
import hoso.notification.delivery.DeliveryEvent.Delivered;
import hoso.notification.delivery.DeliveryEvent.Failed;
import hoso.notification.delivery.DeliveryEvent.Planned;
import hoso.notification.delivery.DeliveryEvent.Returned;
import hoso.notification.delivery.DeliveryEvent.Sent;
import hoso.notification.template.Notice;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the other services are told of a delivery: never an address, and no tracking number, by which
/// anybody could look one up.
final class DeliveryEvents {
    static final String TOPIC = "notification.deliveries.v1";
    private static final String TYPE = "hoso.notification.";

    private DeliveryEvents() {}

    static Event of(Delivery delivery, DeliveryEvent event) {
        return switch (event) {
            case Planned _ -> event("DeliveryPlanned", delivery, event, null);
            case Sent _ -> event("DeliverySent", delivery, event, null);
            case Delivered _ -> event("DeliveryDelivered", delivery, event, null);
            case Failed failed -> event("DeliveryFailed", delivery, event, failed.reason());
            case Returned _ -> event("DeliveryReturned", delivery, event, null);
        };
    }

    private static Event event(String name, Delivery delivery, DeliveryEvent event, @Nullable String reason) {
        var id = delivery.id().toString();
        var about = delivery.message().about();
        var data = new Told(
                delivery.id(),
                about.kind(),
                about.id(),
                about.certificate() == null ? null : about.id(),
                about.certificate(),
                delivery.message().notice(),
                delivery.channel(),
                event.at(),
                reason);
        return Event.of(TOPIC, TYPE + name + ".v1", id, id, event.sequence(), data);
    }

    /// @param requestId only when what is delivered is the certificate of this request, and not just news of it
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Told(
            UUID deliveryId,
            About.Kind subjectType,
            UUID subjectId,
            @Nullable UUID requestId,
            @Nullable UUID certificateId,
            Notice notice,
            Channel channel,
            Instant at,
            @Nullable String reason) {}
}
