package hoso.notification.delivery;

import hoso.chassis.page.Cursor;
import hoso.notification.template.Notice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The deliveries that were planned.
public interface Deliveries {

    /// Whether this event was already turned into a message over this channel.
    boolean isPlanned(About about, Notice notice, Channel channel);

    void add(Delivery delivery);

    void save(Delivery delivery);

    /// The delivery, kept from others until the transaction ends.
    Optional<Delivery> hold(UUID id);

    Optional<Delivery> holdByTrackingNumber(String trackingNumber);

    /// Some that a worker must look at now, oldest first.
    List<UUID> due(Instant now, int most);

    /// One of these, kept from others; empty when another holds it or it is no longer due.
    Optional<Delivery> holdDue(UUID id, Instant now);

    /// A citizen's messages in the app, newest first.
    List<Delivery> inApp(UUID citizen, @Nullable Cursor after, int limit);

    /// A citizen's deliveries, newest first.
    List<Delivery> of(UUID citizen, @Nullable UUID about, @Nullable Cursor after, int limit);
}
