package hoso.judicialcert.sharing.recheck;

import hoso.chassis.event.Event;
import hoso.judicialcert.sharing.recheck.ConsentEvent.RecheckConsentGranted;
import hoso.judicialcert.sharing.recheck.ConsentEvent.RecheckConsentWithdrawn;
import java.time.Instant;
import java.util.UUID;

/// How facts about consents are told to others: ids, times and the version of the text; not to whom, not what for.
final class ConsentEvents {
    static final String ACCESS = "judicial-cert.access.v1";

    private ConsentEvents() {}

    static Event of(Consent consent, ConsentEvent event) {
        return switch (event) {
            case RecheckConsentGranted(var at) -> event(consent, "RecheckConsentGranted", Granted.of(consent, at));
            case RecheckConsentWithdrawn(var at) ->
                event(consent, "RecheckConsentWithdrawn", Withdrawn.of(consent, at));
        };
    }

    private static Event event(Consent consent, String name, Object data) {
        var id = consent.id().toString();
        return Event.of(ACCESS, "hoso.judicial-cert." + name + ".v1", id, id, consent.sequence(), data);
    }

    record Granted(UUID consentId, UUID certificateId, UUID citizenId, Instant at, Instant until, String textVersion) {
        static Granted of(Consent consent, Instant at) {
            return new Granted(
                    consent.id().value(),
                    consent.certificate().value(),
                    consent.holder().value(),
                    at,
                    consent.until(),
                    consent.textVersion());
        }
    }

    record Withdrawn(UUID consentId, UUID certificateId, UUID citizenId, Instant at) {
        static Withdrawn of(Consent consent, Instant at) {
            return new Withdrawn(
                    consent.id().value(),
                    consent.certificate().value(),
                    consent.holder().value(),
                    at);
        }
    }
}
