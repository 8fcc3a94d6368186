package hoso.notification.letter;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import hoso.chassis.http.Json;
import hoso.chassis.http.PartnerAway;
import hoso.chassis.personal.Sensitive;
import hoso.notification.delivery.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The carrier over HTTP. It knows an order by its `Idempotency-Key`, so an order whose answer was lost is asked for
/// again with the same key and is still one letter.
@ApplicationScoped
class CarrierClient implements Carrier {
    /// Universal Postal Union S10, as the national post uses it.
    private static final Pattern TRACKING_NUMBER = Pattern.compile("[A-Z]{2}[0-9]{9}VN");

    private final Json json;
    private final LetterConfig config;

    CarrierClient(Json json, LetterConfig config) {
        this.json = json;
        this.config = config;
    }

    /// Postage is paid on receipt (Decree 216/2026, Art. 25.2): no prepayment, cash on delivery.
    record Order(
            UUID orderReference,
            String recipient,
            String phone,
            String address,
            int copies,
            boolean codOnDelivery,
            String documentBase64)
            implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Ordered(@Nullable String trackingNumber) {}

    @Override
    public Outcome order(UUID order, Envelope envelope) {
        try {
            var reply = json.post(
                    "carrier",
                    config.carrierUrl().resolve("/letters"),
                    config.carrierSecret(),
                    Map.of("Idempotency-Key", order.toString()),
                    new Order(
                            order,
                            envelope.recipient(),
                            envelope.phone(),
                            envelope.address(),
                            envelope.copies(),
                            true,
                            Base64.getEncoder().encodeToString(envelope.document())));
            return switch (reply.status()) {
                case 200, 201 -> ordered(reply.as(Ordered.class).trackingNumber());
                // Our own credentials, or too much at once: nothing is wrong with the letter.
                case 401, 403, 408, 409, 425, 429 -> new Outcome.Postponed("carrier-" + reply.status());
                default -> new Outcome.Refused("carrier-" + reply.status());
            };
        } catch (PartnerAway _) {
            return new Outcome.Lost("carrier-away");
        }
    }

    private static Outcome ordered(@Nullable String trackingNumber) {
        return trackingNumber != null && TRACKING_NUMBER.matcher(trackingNumber).matches()
                ? new Outcome.Accepted(null, trackingNumber)
                : new Outcome.Lost("carrier-number-unreadable");
    }
}
