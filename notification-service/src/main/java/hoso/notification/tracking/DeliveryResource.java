package hoso.notification.tracking;

import hoso.chassis.caller.Caller;
import hoso.chassis.page.Cursor;
import hoso.chassis.page.Page;
import hoso.notification.delivery.About;
import hoso.notification.delivery.Channel;
import hoso.notification.delivery.Deliveries;
import hoso.notification.delivery.Delivery;
import hoso.notification.delivery.State;
import hoso.notification.template.Notice;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A citizen's own deliveries: where each message is.
@Path("/deliveries")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class DeliveryResource {
    private final Deliveries deliveries;
    private final Caller caller;

    DeliveryResource(Deliveries deliveries, Caller caller) {
        this.deliveries = deliveries;
        this.caller = caller;
    }

    record DeliveryAnswer(
            UUID deliveryId,
            About.Kind subjectType,
            UUID subjectId,
            @Nullable UUID certificateId,
            Notice notice,
            Channel channel,
            State state,
            @Nullable String recipient,
            @Nullable String trackingNumber,
            @Nullable String reason,
            Instant plannedAt,
            Instant changedAt) {

        static DeliveryAnswer of(Delivery delivery) {
            return new DeliveryAnswer(
                    delivery.id(),
                    delivery.message().about().kind(),
                    delivery.message().about().id(),
                    delivery.message().about().certificate(),
                    delivery.message().notice(),
                    delivery.channel(),
                    delivery.state(),
                    delivery.progress().recipient(),
                    delivery.progress().trackingNumber(),
                    delivery.progress().reason(),
                    delivery.message().plannedAt(),
                    delivery.progress().changedAt());
        }
    }

    @GET
    @Path("/me")
    @RolesAllowed("citizen")
    @Transactional
    public Page<DeliveryAnswer> mine(
            @QueryParam("subject") @Nullable UUID subject,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable Integer wanted) {
        var limit = Page.limit(wanted);
        var found = deliveries.of(caller.personId(), subject, Cursor.parse(after), limit);
        return Page.of(found, limit, delivery -> new Cursor(delivery.message().plannedAt(), delivery.id()))
                .map(DeliveryAnswer::of);
    }
}
