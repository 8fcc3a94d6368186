package hoso.notification.delivery;

import java.time.Instant;

/// What becomes true of a delivery.
public sealed interface DeliveryEvent {

    Instant at();

    long sequence();

    record Planned(Instant at, long sequence) implements DeliveryEvent {}

    record Sent(Instant at, long sequence) implements DeliveryEvent {}

    record Delivered(Instant at, long sequence) implements DeliveryEvent {}

    record Failed(String reason, Instant at, long sequence) implements DeliveryEvent {}

    record Returned(Instant at, long sequence) implements DeliveryEvent {}
}
