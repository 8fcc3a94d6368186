package hoso.identity.citizen;

import hoso.chassis.event.Event;
import hoso.identity.citizen.CitizenEvent.CitizenRegistered;
import hoso.identity.citizen.CitizenEvent.ContactPointsChanged;
import hoso.identity.citizen.CitizenEvent.IdentityVerified;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What the other services are told: that something is so, never who it is.
final class CitizenEvents {
    static final String TOPIC = "identity.citizens.v1";
    private static final String TYPE = "hoso.identity.";

    private CitizenEvents() {}

    static Event of(CitizenEvent event) {
        return switch (event) {
            case CitizenRegistered e ->
                event(
                        e,
                        "CitizenRegistered",
                        new Registered(e.citizenId(), e.level().number(), e.at()));
            case IdentityVerified e ->
                event(
                        e,
                        "IdentityVerified",
                        new Verified(e.citizenId(), e.level().number(), e.at()));
            case ContactPointsChanged e ->
                event(
                        e,
                        "ContactPointsChanged",
                        new PointsChanged(
                                e.citizenId(), e.kinds().stream().sorted().toList(), e.at()));
        };
    }

    private static Event event(CitizenEvent event, String name, Object data) {
        var id = event.citizenId().toString();
        return Event.of(TOPIC, TYPE + name + ".v1", id, id, event.sequence(), data);
    }

    record Registered(UUID citizenId, int accountLevel, Instant registeredAt) {}

    record Verified(UUID citizenId, int accountLevel, Instant verifiedAt) {}

    record PointsChanged(UUID citizenId, List<ContactPoints.Kind> kinds, Instant changedAt) {}
}
