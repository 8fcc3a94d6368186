package hoso.healthrecord.sharing.link;

import com.fasterxml.jackson.annotation.JsonInclude;
import hoso.chassis.event.Event;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How facts about links are told to others: ids, times and counts; not for whom, not by whom, never what is shown.
public final class ShareEvents {
    static final String TOPIC = "health-record.records.v1";
    static final String SHARED = "hoso.health-record.RecordShared.v1";
    static final String OPENED = "hoso.health-record.RecordShareOpened.v1";
    static final String LOCKED = "hoso.health-record.RecordShareLocked.v1";
    static final String ENDED = "hoso.health-record.RecordShareEnded.v1";

    private ShareEvents() {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RecordShared(
            UUID shareId,
            UUID recordId,
            UUID citizenId,
            Instant at,
            Instant until,
            @Nullable Integer maxUses,
            boolean withPasscode,
            boolean longTerm) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RecordShareOpened(
            UUID shareId,
            UUID recordId,
            UUID citizenId,
            Instant at,
            @Nullable Integer usesLeft) {}

    record RecordShareLocked(UUID shareId, UUID recordId, UUID citizenId, Instant at) {}

    record RecordShareEnded(UUID shareId, UUID recordId, UUID citizenId, Instant at) {}

    /// The owner made the link.
    public static Event made(Share share) {
        return event(
                share,
                SHARED,
                new RecordShared(
                        share.id(),
                        share.record(),
                        share.owner(),
                        share.madeAt(),
                        share.until(),
                        share.maxUses(),
                        share.flags().passcode(),
                        share.flags().longTerm()));
    }

    /// Somebody opened the link.
    public static Event opened(Share share, Instant at) {
        var most = share.maxUses();
        var left = most == null ? null : most - share.uses();
        return event(share, OPENED, new RecordShareOpened(share.id(), share.record(), share.owner(), at, left));
    }

    /// Too many wrong passcodes were typed: nobody opens the link any more.
    public static Event locked(Share share, Instant at) {
        return event(share, LOCKED, new RecordShareLocked(share.id(), share.record(), share.owner(), at));
    }

    /// The owner took the link back.
    public static Event ended(Share share, Instant at) {
        return event(share, ENDED, new RecordShareEnded(share.id(), share.record(), share.owner(), at));
    }

    private static Event event(Share share, String type, Object data) {
        var id = share.id().toString();
        return Event.of(TOPIC, type, id, id, share.sequence(), data);
    }
}
