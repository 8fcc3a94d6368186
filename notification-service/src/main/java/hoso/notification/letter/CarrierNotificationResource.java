package hoso.notification.letter;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import hoso.chassis.callback.SignedCallback;
import hoso.chassis.problem.FieldError;
import hoso.chassis.problem.Problem;
import hoso.notification.delivery.NoteCarrierReport;
import hoso.notification.delivery.State;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The carrier's call-backs. No token: the signature over the body says who speaks.
@Path("/carrier-notifications")
@RunOnVirtualThread
class CarrierNotificationResource {
    private static final Logger LOG = Logger.getLogger(CarrierNotificationResource.class);
    private final NoteCarrierReport reports;
    private final LetterConfig config;
    private final ObjectMapper json;
    private final Clock clock;

    CarrierNotificationResource(NoteCarrierReport reports, LetterConfig config, ObjectMapper json, Clock clock) {
        this.reports = reports;
        this.config = config;
        this.json = json;
        this.clock = clock;
    }

    /// @param orderReference what we called the order
    /// @param at when the letter was scanned; told for people, never used to order scans by
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Scan(
            @Nullable String trackingNumber,
            @Nullable String orderReference,
            @Nullable String status,
            @Nullable String at) {}

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    public void note(@HeaderParam(SignedCallback.HEADER) @Nullable String signature, byte @Nullable [] body)
            throws IOException {
        var said = body == null ? new byte[0] : body;
        SignedCallback.verify(config.callbackSecret(), signature, said, clock.instant());
        var scan = json.readValue(said, Scan.class);
        var errors = new ArrayList<FieldError>();
        if (scan.trackingNumber == null) {
            errors.add(FieldError.of("/trackingNumber", "required"));
        }
        if (scan.status == null) {
            errors.add(FieldError.of("/status", "required"));
        }
        if (scan.trackingNumber == null || scan.status == null) {
            throw Problem.invalid(errors).raise();
        }
        var state = state(scan.status);
        if (state.isEmpty()) {
            // The carrier may learn new words; one that we do not know moves nothing.
            LOG.infof("carrier status unknown to us, length=%d", scan.status.length());
            return;
        }
        if (!reports.note(scan.trackingNumber, order(scan.orderReference), state.get())) {
            throw Problem.notFound().raise();
        }
    }

    private static Optional<State> state(String status) {
        return switch (status) {
            case "ACCEPTED" -> Optional.of(State.ACCEPTED);
            case "IN_TRANSIT" -> Optional.of(State.IN_TRANSIT);
            case "OUT_FOR_DELIVERY" -> Optional.of(State.OUT_FOR_DELIVERY);
            case "FAILED" -> Optional.of(State.NOT_DELIVERED);
            case "DELIVERED" -> Optional.of(State.DELIVERED);
            case "RETURNED" -> Optional.of(State.RETURNED);
            default -> Optional.empty();
        };
    }

    private static @Nullable UUID order(@Nullable String reference) {
        try {
            return reference == null ? null : UUID.fromString(reference);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
