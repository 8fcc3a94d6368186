package hoso.judicialcert.sharing.share;

import hoso.chassis.event.Event;
import hoso.judicialcert.sharing.share.ShareEvent.CertificateShareEnded;
import hoso.judicialcert.sharing.share.ShareEvent.CertificateShareOpened;
import hoso.judicialcert.sharing.share.ShareEvent.CertificateShared;
import java.time.Instant;
import java.util.UUID;

/// How facts about shares are told to others: ids, times and counts; not for whom, not by whom, never a secret.
final class ShareEvents {
    static final String ACCESS = "judicial-cert.access.v1";

    private ShareEvents() {}

    static Event of(Share share, ShareEvent event) {
        return switch (event) {
            case CertificateShared(var at) -> event(share, "CertificateShared", Shared.of(share, at));
            case CertificateShareOpened(var at, var opening) ->
                event(share, "CertificateShareOpened", Opened.of(share, at, opening));
            case CertificateShareEnded(var at) -> event(share, "CertificateShareEnded", Ended.of(share, at));
        };
    }

    private static Event event(Share share, String name, Object data) {
        var id = share.id().toString();
        return Event.of(ACCESS, "hoso.judicial-cert." + name + ".v1", id, id, share.sequence(), data);
    }

    record Shared(
            UUID shareId,
            UUID certificateId,
            UUID citizenId,
            Instant at,
            Instant until,
            int maxUses,
            boolean withPasscode) {
        static Shared of(Share share, Instant at) {
            return new Shared(
                    share.id().value(),
                    share.certificate().value(),
                    share.holder().value(),
                    at,
                    share.until(),
                    share.maxUses(),
                    share.hasPasscode());
        }
    }

    record Opened(UUID shareId, UUID certificateId, UUID citizenId, Instant at, UUID openingId, int usesLeft) {
        static Opened of(Share share, Instant at, UUID opening) {
            return new Opened(
                    share.id().value(),
                    share.certificate().value(),
                    share.holder().value(),
                    at,
                    opening,
                    share.maxUses() - share.uses());
        }
    }

    record Ended(UUID shareId, UUID certificateId, UUID citizenId, Instant at) {
        static Ended of(Share share, Instant at) {
            return new Ended(
                    share.id().value(),
                    share.certificate().value(),
                    share.holder().value(),
                    at);
        }
    }
}
